/** Tells the owners of credentials by mail what they should know, and disables credentials that are unused, at intervals. */
@NullMarked
package io.apicredentials.keycloak.notice;

import org.jspecify.annotations.NullMarked;
