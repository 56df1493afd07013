/** Who may look at API credentials, who may change them, and who may approve. */
@NullMarked
package io.apicredentials.keycloak.rights;

import org.jspecify.annotations.NullMarked;
