/** API credentials as Keycloak clients: attribute names, shape, reading, locking, provisioning and queries. */
@NullMarked
package io.apicredentials.keycloak.client;

import org.jspecify.annotations.NullMarked;
