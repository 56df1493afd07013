/**
 * Tells the owners of credentials by mail what they should know, and those whom a request for approval concerns of it;
 * disables credentials that are unused, and announces requests whose time is over, at intervals.
 */
@NullMarked
package io.apicredentials.keycloak.notice;

import org.jspecify.annotations.NullMarked;
