/** What happened with API credentials, from the events that Keycloak saves, and what such events say. */
@NullMarked
package io.apicredentials.keycloak.history;

import org.jspecify.annotations.NullMarked;
