/** How fast the token endpoint serves API credentials, compared with Keycloak's own clients on the same server. */
@NullMarked
package io.apicredentials.benchmark;

import org.jspecify.annotations.NullMarked;
