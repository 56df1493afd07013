package io.apicredentials.keycloak.health;

import io.apicredentials.access.AccessAttempt;
import io.apicredentials.access.AccessRules;
import io.apicredentials.access.PresentedSecret;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.keycloak.client.ServiceAccounts;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.KnownSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A request for a token that nobody makes: what each check would say of it. The checks are those that a real one meets, in its
 * order; this is no use, is counted nowhere and writes no event.
 *
 * @param checks in their order
 * @param secret which of the credential's secrets it is; empty when it is none of them, or none was asked about
 */
public record ExplainedUse(List<UseCheck> checks, Optional<KnownSecret> secret) {

    /**
     * What is asked about.
     *
     * @param presented the text that would be presented as secret; empty for a secret that would be accepted
     */
    public record Question(PeerAddress address, Instant at, Optional<String> presented) {

        /** A mask: the presented text may be a secret. */
        @Override
        public String toString() {
            return "Question[" + address + ", " + at + "]";
        }

        /** Whether what would be presented has the form and the checksum of a secret. */
        public boolean isWellFormed() {
            return presented.flatMap(ClientSecret::parse).isPresent();
        }

        private AccessAttempt attempt() {
            PresentedSecret secret = presented
                    .flatMap(ClientSecret::parse)
                    .<PresentedSecret>map(PresentedSecret.Present::new)
                    .orElseGet(PresentedSecret.Missing::new);
            return new AccessAttempt(true, Optional.of(address), secret, at);
        }
    }

    /** Asks every check, by what is stored at present. */
    public static ExplainedUse of(KeycloakSession session, ClientModel client, Question question) {
        RealmModel realm = client.getRealm();
        StoredCredential credential = StoredCredential.of(client);
        AccessRules rules = credential.accessRules(new RealmSettings(realm).environment());
        List<UseCheck> checks = new ArrayList<>();
        checks.add(check("realm", realm.isEnabled() ? Optional.empty() : Optional.of("realm_disabled")));
        checks.add(of("flow", new ClientFlow(realm).obstacle().map(obstacle -> RefusalReason.AUTHENTICATION_FLOW)));
        List<AccessRules.Explanation> explained = question.presented().isPresent()
                ? rules.explain(question.attempt())
                : rules.explainWithoutSecret(Optional.of(question.address()), question.at());
        explained.forEach(explanation -> checks.add(UseCheck.of(explanation)));
        checks.add(of("service_account", new ServiceAccounts(session, realm).refusal(client)));
        checks.add(of("claims", credential.refusalOfClaims()));
        return new ExplainedUse(inOrder(checks), rules.recognised(question.attempt()));
    }

    private static UseCheck of(String name, Optional<RefusalReason> refusal) {
        return check(name, refusal.map(RefusalReason::code));
    }

    private static UseCheck check(String name, Optional<String> refusal) {
        return new UseCheck(name, refusal, false);
    }

    private static List<UseCheck> inOrder(List<UseCheck> checks) {
        List<UseCheck> inOrder = new ArrayList<>();
        boolean isReached = true;
        for (UseCheck check : checks) {
            inOrder.add(check.reached(isReached));
            isReached &= check.refusal().isEmpty();
        }
        return inOrder;
    }

    /** Why the use would be refused; empty when it would be admitted. */
    public Optional<String> refusal() {
        return checks.stream().flatMap(check -> check.refusal().stream()).findFirst();
    }
}
