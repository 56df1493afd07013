/** Edits of API credentials through Keycloak's own doors: admin REST, console, imports, registration. */
@NullMarked
package io.apicredentials.keycloak.guard;

import org.jspecify.annotations.NullMarked;
