/** What a realm needs before it can have API credentials: flow execution, client scope, roles, signing key. And whether they can be used. */
@NullMarked
package io.apicredentials.keycloak.install;

import org.jspecify.annotations.NullMarked;
