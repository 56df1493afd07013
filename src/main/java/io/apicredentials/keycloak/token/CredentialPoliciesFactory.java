package io.apicredentials.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManagerFactory;

/** Takes the place of Keycloak's own, by the same id and a higher order. */
public final class CredentialPoliciesFactory extends DefaultClientPolicyManagerFactory {

    @Override
    public ClientPolicyManager create(KeycloakSession session) {
        return new CredentialPolicies(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
