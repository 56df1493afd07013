/** What Keycloak's metrics say of API credentials, where the server has metrics switched on. */
@NullMarked
package io.apicredentials.keycloak.metrics;

import org.jspecify.annotations.NullMarked;
