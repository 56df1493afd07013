/** Edits of API credentials through Keycloak itself: admin APIs, console, imports, registration. */
@NullMarked
package io.apicredentials.keycloak.guard;

import org.jspecify.annotations.NullMarked;
