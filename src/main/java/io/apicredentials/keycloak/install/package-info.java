/** What a realm needs before it can have API credentials. */
@NullMarked
package io.apicredentials.keycloak.install;

import org.jspecify.annotations.NullMarked;
