/** The way out: the grant, the claims, the last look before a token is signed, and introspection. */
@NullMarked
package io.apicredentials.keycloak.token;

import org.jspecify.annotations.NullMarked;
