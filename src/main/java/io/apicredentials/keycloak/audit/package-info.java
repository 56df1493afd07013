/** What Keycloak's events may say about credentials: no secret, and the address that was judged. */
@NullMarked
package io.apicredentials.keycloak.audit;

import org.jspecify.annotations.NullMarked;
