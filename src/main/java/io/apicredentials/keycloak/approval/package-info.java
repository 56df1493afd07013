/** Requests for approval as they are stored, and who may decide on them. */
@NullMarked
package io.apicredentials.keycloak.approval;

import org.jspecify.annotations.NullMarked;
