package io.apicredentials.keycloak.health;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.keycloak.client.ServiceAccounts;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.keycloak.token.TokenSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Whether the credentials of a realm can be used at present, and what administrators should know about it. */
public final class Health {

    private final ServiceAccounts serviceAccounts;
    private final Optional<RefusalReason> refusalOfAll;
    private final List<String> warningsOfAll;
    private final TokenSize tokenSize;

    private Health(ServiceAccounts serviceAccounts, TokenSize tokenSize, RealmModel realm) {
        this.serviceAccounts = serviceAccounts;
        this.tokenSize = tokenSize;
        this.refusalOfAll = new ClientFlow(realm).obstacle().map(obstacle -> RefusalReason.AUTHENTICATION_FLOW);
        this.warningsOfAll = new RealmSettings(realm).warnings();
    }

    /**
     * Looks at the realm, once for any number of credentials. In a session of its own, normally from the cache: the
     * caller's may have read the realm before what was missing was added.
     */
    public static Health of(KeycloakSession session, RealmModel realm) {
        ServiceAccounts serviceAccounts = new ServiceAccounts(session, realm);
        TokenSize tokenSize = TokenSize.of(session, realm);
        String realmId = realm.getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                fresh -> new Health(serviceAccounts, tokenSize, fresh.realms().getRealm(realmId)));
    }

    /**
     * A credential and its state.
     *
     * @param refusal why every use of it is refused, whatever the address and the secret; empty when it can be used
     * @param warnings sentences for administrators
     */
    public record State(StoredCredential credential, Optional<RefusalReason> refusal, List<String> warnings) {}

    /** What is to be known about the realm, whatever the credential. */
    public List<String> warningsOfAll() {
        return warningsOfAll;
    }

    public State of(ClientModel client) {
        return of(StoredCredential.of(client), serviceAccounts.refusal(client));
    }

    /**
     * The states of a page of credentials, in their order, at the cost of one query. Roles for administering the realm are
     * not looked at: that would cost queries for each credential.
     */
    public List<State> of(List<StoredCredential> page) {
        Map<String, RefusalReason> refusals =
                serviceAccounts.refusals(page.stream().map(StoredCredential::id).toList());
        return page.stream()
                .map(credential -> of(credential, Optional.ofNullable(refusals.get(credential.id()))))
                .toList();
    }

    /** In the order in which a request for a token meets what refuses it. */
    private State of(StoredCredential credential, Optional<RefusalReason> ofServiceAccount) {
        Optional<RefusalReason> refusal = Stream.<Supplier<Optional<RefusalReason>>>of(
                        () -> refusalOfAll,
                        () -> credential.accessRules().standingRefusal(),
                        () -> ofServiceAccount,
                        credential::refusalOfClaims)
                .flatMap(reason -> reason.get().stream())
                .findFirst();
        List<String> warnings = Stream.of(
                        ofServiceAccount.map(Health::warning).stream(),
                        tokenSize.warning(credential).stream(),
                        warningsOfAll.stream())
                .flatMap(sentences -> sentences)
                .toList();
        return new State(credential, refusal, warnings);
    }

    private static String warning(RefusalReason ofServiceAccount) {
        return switch (ofServiceAccount) {
            case SERVICE_ACCOUNT_MISSING ->
                "The service account of this credential was deleted, so that it cannot"
                        + " authenticate; save it with PUT, which makes another one, so that its tokens have a new 'sub'.";
            case SERVICE_ACCOUNT_DISABLED ->
                "The service account of this credential is disabled, so that it cannot"
                        + " authenticate; save it with PUT, which enables it.";
            default ->
                "The service account of this credential has roles for administering the realm, so that it cannot"
                        + " authenticate; save it with PUT, which takes them away.";
        };
    }
}
