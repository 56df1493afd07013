/** The claims of an API credential's access token. */
@NullMarked
package io.apicredentials.keycloak.token;

import org.jspecify.annotations.NullMarked;
