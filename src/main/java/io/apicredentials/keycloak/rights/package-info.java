/** Who may look at API credentials, and who may change them. */
@NullMarked
package io.apicredentials.keycloak.rights;

import org.jspecify.annotations.NullMarked;
