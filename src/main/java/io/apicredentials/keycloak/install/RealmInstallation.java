package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.CredentialScope;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;

/** What a realm needs for API credentials: the flow execution, the client scope, the roles and the signing key. */
final class RealmInstallation {

    /** What credentials cannot do without comes first. */
    private static final List<BiFunction<KeycloakSession, RealmModel, Step>> STEPS = List.of(
            (session, realm) -> new ExecutionInstallation(realm),
            (session, realm) -> new ScopeInstallation(realm),
            (session, realm) -> new RoleInstallation(realm),
            SigningKey::new);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final List<Step> steps;

    RealmInstallation(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.steps = STEPS.stream().map(step -> step.apply(session, realm)).toList();
    }

    /** How many things a realm needs. */
    static int steps() {
        return STEPS.size();
    }

    /** True when nothing is missing. */
    boolean isComplete() {
        return steps.stream().allMatch(Step::isDone);
    }

    /** Adds what is missing. */
    void complete() {
        steps.forEach(RealmInstallation::complete);
    }

    /** Adds the one thing, if it is missing. */
    void complete(int step) {
        complete(steps.get(step));
    }

    boolean isDone(int step) {
        return steps.get(step).isDone();
    }

    private static void complete(Step step) {
        if (!step.isDone()) {
            step.complete();
        }
    }

    /** The scope that a credential is given, if the realm has what one cannot do without. */
    Optional<ClientScopeModel> scope() {
        return new ClientFlow(realm).hasExecution() ? CredentialScope.find(realm) : Optional.empty();
    }

    /** Has the realm read from the database, by this session now and by others later. */
    void forget() {
        Optional.ofNullable(session.getProvider(CacheRealmProvider.class)).ifPresent(cache -> {
            cache.registerRealmInvalidation(realm.getId(), realm.getName());
            cache.registerClientScopeInvalidation(CredentialScope.id(realm), realm.getId());
        });
    }
}
