/** What a realm needs before it can have API credentials: flow execution, client scope, roles, signing key. */
@NullMarked
package io.apicredentials.keycloak.install;

import org.jspecify.annotations.NullMarked;
