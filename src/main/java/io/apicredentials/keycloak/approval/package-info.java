/** Who may decide on requests for approval. */
@NullMarked
package io.apicredentials.keycloak.approval;

import org.jspecify.annotations.NullMarked;
