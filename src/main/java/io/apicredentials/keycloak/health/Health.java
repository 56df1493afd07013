package io.apicredentials.keycloak.health;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.RealmUsers;
import io.apicredentials.keycloak.client.ServiceAccounts;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.keycloak.token.TokenSize;
import io.apicredentials.problem.Problem;
import io.apicredentials.secret.Environment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Whether the credentials of a realm can be used at present, and what administrators should know about it. */
public final class Health {

    private static final InstantSource NOW = InstantSource.system();

    private final ServiceAccounts serviceAccounts;
    private final Optional<RefusalReason> refusalOfAll;
    private final List<String> warningsOfAll;
    private final TokenSize tokenSize;

    private final RealmUsers owners;
    private final ContentJudge judge;
    private final Optional<Environment> environment;
    private final Instant now;

    private Health(KeycloakSession session, RealmModel callers, OfRealm ofRealm, Instant now) {
        this.serviceAccounts = new ServiceAccounts(session, callers);
        this.tokenSize = TokenSize.of(session, callers);
        this.owners = new RealmUsers(session, callers);
        this.judge = new ContentJudge(session, callers, now);
        this.now = now;
        this.environment = ofRealm.environment;
        this.refusalOfAll = ofRealm.refusal;
        this.warningsOfAll = ofRealm.warnings;
    }

    /** What is true of all credentials of a realm. */
    private record OfRealm(Optional<Environment> environment, Optional<RefusalReason> refusal, List<String> warnings) {

        static OfRealm of(RealmModel realm) {
            RealmSettings settings = new RealmSettings(realm);
            return new OfRealm(
                    settings.environment(),
                    new ClientFlow(realm).obstacle().map(obstacle -> RefusalReason.AUTHENTICATION_FLOW),
                    settings.warnings());
        }
    }

    /**
     * Looks at the realm, once for any number of credentials. In a session of its own, normally from the cache: the
     * caller's may have read the realm before what was missing was added. Nothing of the caller's session is touched
     * meanwhile, since its first look at the database would become a part of the other transaction.
     */
    public static Health of(KeycloakSession session, RealmModel realm) {
        String realmId = realm.getId();
        OfRealm ofRealm = KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                fresh -> OfRealm.of(fresh.realms().getRealm(realmId)));
        return new Health(session, realm, ofRealm, NOW.instant());
    }

    /**
     * A credential and its state.
     *
     * @param refusal why every use of it is refused, whatever the address and the secret; empty when it can be used
     * @param warnings sentences for administrators
     * @param status what it comes to at present
     * @param violations what of it breaks a demand of the realm, or is not in its permission sets
     * @param ownerGone whether the user that owns it is disabled or not there
     * @param at when all of this is so
     */
    public record State(
            StoredCredential credential,
            Optional<RefusalReason> refusal,
            List<String> warnings,
            CredentialStatus status,
            List<Problem> violations,
            boolean ownerGone,
            Instant at) {}

    /** What is to be known about the realm, whatever the credential. */
    public List<String> warningsOfAll() {
        return warningsOfAll;
    }

    /** That of a credential that this session has just created, with a service account that is as it has to be. */
    public State ofNew(ClientModel client) {
        StoredCredential credential = StoredCredential.of(client);
        return of(credential, Optional.empty(), isOwnerGone(credential));
    }

    public State of(ClientModel client) {
        StoredCredential credential = StoredCredential.of(client);
        return of(credential, serviceAccounts.refusal(client), isOwnerGone(credential));
    }

    private boolean isOwnerGone(StoredCredential credential) {
        return ownerUser(credential).map(owners::isGone).orElse(false);
    }

    /**
     * The states of a page of credentials, in their order, at the cost of two queries. Roles for administering the realm are
     * not looked at: that would cost queries for each credential.
     */
    public List<State> of(List<StoredCredential> page) {
        Map<String, RefusalReason> refusals =
                serviceAccounts.refusals(page.stream().map(StoredCredential::id).toList());
        Set<String> gone = owners.gone(
                page.stream().flatMap(one -> ownerUser(one).stream()).toList());
        return page.stream()
                .map(credential -> of(
                        credential,
                        Optional.ofNullable(refusals.get(credential.id())),
                        ownerUser(credential).filter(gone::contains).isPresent()))
                .toList();
    }

    /** In the order in which a request for a token meets what refuses it. */
    private State of(StoredCredential credential, Optional<RefusalReason> ofServiceAccount, boolean ownerGone) {
        Optional<RefusalReason> refusal = Stream.<Supplier<Optional<RefusalReason>>>of(
                        () -> refusalOfAll,
                        () -> credential.accessRules(environment).standingRefusal(now),
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
        return new State(
                credential, refusal, warnings, credential.status(now), judge.violations(credential), ownerGone, now);
    }

    private static Optional<String> ownerUser(StoredCredential credential) {
        return credential.content().flatMap(content -> content.owner().userId());
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
