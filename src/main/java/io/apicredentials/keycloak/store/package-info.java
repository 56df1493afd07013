/** API credentials as Keycloak clients: attribute names, reading, provisioning and listing. */
@NullMarked
package io.apicredentials.keycloak.store;

import org.jspecify.annotations.NullMarked;
