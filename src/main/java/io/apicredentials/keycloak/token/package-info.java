/** The way out: the grant, the claims, the post-processor of tokens, introspection, token exchange, ID tokens and user info. */
@NullMarked
package io.apicredentials.keycloak.token;

import org.jspecify.annotations.NullMarked;
