/** API credentials as Keycloak clients: attribute names, reading, locking, provisioning and listing; and saved events. */
@NullMarked
package io.apicredentials.keycloak.store;

import org.jspecify.annotations.NullMarked;
