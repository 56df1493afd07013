/** The client authenticator: reads a token request, asks the domain, translates the decision for Keycloak. */
@NullMarked
package io.apicredentials.keycloak.clientauth;

import org.jspecify.annotations.NullMarked;
