package io.apicredentials.keycloak.provider;

import io.apicredentials.keycloak.address.ProxySettings;

/**
 * What an operator tells a server at its start, and what Keycloak's own options say of the proxies before it.
 *
 * @param installIntoExistingRealms false leaves existing realms alone until a credential is created in them
 * @param failuresToWarnOf how many failed authentications of one credential, or from one address, within a minute are normal;
 *     0 never warns
 */
public record ServerOptions(boolean installIntoExistingRealms, int failuresToWarnOf, ProxySettings proxies) {}
