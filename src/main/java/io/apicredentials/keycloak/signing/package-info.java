/** How tokens of credentials are signed: with the realm's key, by the library that the operator chooses. */
@NullMarked
package io.apicredentials.keycloak.signing;

import org.jspecify.annotations.NullMarked;
