/** Where a request comes from, behind however many proxies. */
@NullMarked
package io.apicredentials.keycloak.address;

import org.jspecify.annotations.NullMarked;
