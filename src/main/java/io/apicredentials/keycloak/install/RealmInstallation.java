package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.store.CredentialAttribute;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;

/**
 * Gives a realm what API credentials need: the flow execution, the client scope, the roles and the signing key. Each
 * step looks before it adds, and what it adds has an id derived from the realm: when two nodes do this at the same
 * moment, the primary key stops the second.
 *
 * <p>Through the model API, since the admin REST API refuses to change a built-in flow.
 */
final class RealmInstallation {

    private static final Logger LOG = Logger.getLogger(RealmInstallation.class);

    private final RealmModel realm;

    RealmInstallation(RealmModel realm) {
        this.realm = realm;
    }

    /** True when nothing is missing. */
    boolean isComplete() {
        return PermissionsScope.find(realm).filter(PermissionsScope::isComplete).isPresent()
                && hasExecution(realm.getClientAuthenticationFlow())
                && new RoleInstallation(realm).areComplete()
                && SigningKey.isPresent(realm);
    }

    /** Has it read from the database, by this session now and by others later. */
    void forget(CacheRealmProvider cache) {
        cache.registerRealmInvalidation(realm.getId(), realm.getName());
        cache.registerClientScopeInvalidation(scopeId(), realm.getId());
    }

    /** Adds what is missing. */
    void complete() {
        addExecution();
        addScope();
        new RoleInstallation(realm).complete();
        SigningKey.ensure(realm);
    }

    private void addScope() {
        PermissionsScope.complete(PermissionsScope.find(realm)
                .orElseGet(() -> realm.addClientScope(scopeId(), CredentialAttribute.CLIENT_SCOPE)));
    }

    private String scopeId() {
        return derivedId("client-scope");
    }

    private boolean hasExecution(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .anyMatch(execution -> CredentialAttribute.AUTHENTICATOR.equals(execution.getAuthenticator()));
    }

    /**
     * Last in the flow: a node without the JAR fails on reaching an execution that it does not know, and at the end only
     * requests reach it that nobody else could authenticate.
     */
    private void addExecution() {
        AuthenticationFlowModel flow = realm.getClientAuthenticationFlow();
        if (realm.getAuthenticationExecutionsStream(flow.getId()).anyMatch(AuthenticationExecutionModel::isRequired)) {
            LOG.warnf(
                    "Realm %s: its client authentication flow '%s' has a required execution, so that API credentials cannot"
                            + " authenticate; make all its executions alternative.",
                    realm.getName(), flow.getAlias());
        }
        if (hasExecution(flow)) {
            return;
        }
        int lastPriority = realm.getAuthenticationExecutionsStream(flow.getId())
                .mapToInt(AuthenticationExecutionModel::getPriority)
                .max()
                .orElse(0);
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setId(derivedId("execution:" + flow.getId()));
        execution.setParentFlow(flow.getId());
        execution.setAuthenticator(CredentialAttribute.AUTHENTICATOR);
        execution.setRequirement(AuthenticationExecutionModel.Requirement.ALTERNATIVE);
        execution.setPriority(lastPriority + 10);
        execution.setAuthenticatorFlow(false);
        realm.addAuthenticatorExecution(execution);
    }

    private String derivedId(String part) {
        String seed = "api-credential:" + realm.getId() + ":" + part;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
