package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.ApprovalRule;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.approval.Approvers;
import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.PermissionCatalogue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Where a change of credentials is made, and who is told of it. All of it is in the transaction of the session.
 *
 * @param changes for whom the change is made
 */
public record ManageContext(KeycloakSession session, RealmModel realm, ChangeLog changes, InstantSource clock) {

    /** Judges what credentials are to be by what the realm demands. */
    public ContentJudge judge() {
        return new ContentJudge(session, realm, now());
    }

    /** Judges credentials by what the realm would demand with other settings. */
    public ContentJudge judge(Map<RealmSetting<?>, String> settings) {
        Map<String, String> attributes = new HashMap<>();
        settings.forEach((setting, text) -> attributes.put(setting.key(), text));
        return new ContentJudge(session, realm, RealmSettings.policy(attributes::get), now());
    }

    /** The rule for approval in this realm. */
    public ApprovalRule approval() {
        return new RealmSettings(realm).approval();
    }

    /** The same for changes of which somebody says why. */
    public ManageContext because(Optional<String> reason) {
        return new ManageContext(session, realm, changes.because(reason), clock);
    }

    /** The same for changes that come from a request for approval. */
    ManageContext ofRequest(LastRequest last) {
        return new ManageContext(session, realm, changes.ofRequest(last), clock);
    }

    /** The same for changes that the operator of the server lets go without approval. */
    ManageContext breakingGlass() {
        return saying(ChangeEvents.BREAKING_GLASS);
    }

    /** The same for the changes of an emergency stop. */
    ManageContext of(StopOrder order) {
        return saying(order.details()).because(Optional.of(order.reason()));
    }

    /** The same for changes of which events and records say more. */
    public ManageContext saying(Map<String, String> details) {
        return new ManageContext(session, realm, changes.saying(details), clock);
    }

    /**
     * Does something in a transaction of its own, which has nothing of that of the session.
     *
     * @return empty when the realm is gone
     */
    public <T> Optional<T> apart(Function<ManageContext, T> work) {
        return onOtherThreads(context -> {}).run(work);
    }

    /** Where the same changes are made on other threads. */
    public SeparateTransactions onOtherThreads(Consumer<KeycloakContext> enter) {
        return new SeparateTransactions(session.getKeycloakSessionFactory(), realm.getId(), changes, clock, enter);
    }

    /** Who may decide on requests. */
    public Approvers approvers() {
        return new Approvers(session, realm, approval().serviceAccounts());
    }

    PermissionCatalogue catalogue() {
        return new RealmSettings(realm).catalogue();
    }

    CredentialClients clients() {
        return new CredentialClients(session, realm);
    }

    CredentialRepresentation representation(ClientModel client) {
        return CredentialRepresentation.of(Health.of(session, realm).of(client));
    }

    /** In milliseconds, as exactly as instants are stored and answered. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
