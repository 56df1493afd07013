package io.apicredentials.keycloak.guard;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What the realm demands of its credentials, applied to an edit of a client. */
final class DemandRules {

    private DemandRules() {}

    /**
     * Every demand that an edit breaks. One that leaves the content as it is and does not enable the credential breaks none,
     * such as one that disables it: a credential may be older than a demand. A realm that is being created brings its
     * credentials as they were elsewhere.
     */
    static List<String> broken(
            KeycloakSession session, RealmModel realm, StateBeforeEdit before, StoredCredential after, Instant now) {
        Optional<CredentialContent> content = after.content();
        if (!before.realmExists() || content.isEmpty()) {
            return List.of();
        }
        Optional<CredentialContent> present = before.credential().flatMap(StoredCredential::content);
        boolean enables = after.enabled()
                && before.credential().filter(StoredCredential::enabled).isEmpty();
        if (content.equals(present) && !enables) {
            return List.of();
        }
        ContentJudge judge = new ContentJudge(session, realm, now);
        List<Problem> problems = enables ? judge.enabled(after, present) : judge.changed(present, content.get());
        return problems.stream()
                .map(problem -> problem.place() + ": " + problem.message())
                .toList();
    }
}
