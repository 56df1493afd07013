package io.apicredentials.keycloak.client;

import io.apicredentials.credential.ContentProblem;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.Expiry;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.policy.DueSoon;
import io.apicredentials.policy.RealmPolicy;
import io.apicredentials.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Judges what a credential is to be by what its realm demands, and by what is there: the users of the realm, and the present
 * time. For every way of editing.
 */
public final class ContentJudge {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmPolicy policy;
    private final PermissionCatalogue catalogue;
    private final Instant now;

    public ContentJudge(KeycloakSession session, RealmModel realm, Instant now) {
        this(session, realm, new RealmSettings(realm).policy(), now);
    }

    /**
     * Judges by other demands than those of the realm.
     *
     * @param policy what the realm would demand
     */
    public ContentJudge(KeycloakSession session, RealmModel realm, RealmPolicy policy, Instant now) {
        this.session = session;
        this.realm = realm;
        this.policy = policy;
        this.catalogue = new RealmSettings(realm).catalogue();
        this.now = now;
    }

    /**
     * What is wrong with content that replaces another, each at its field.
     *
     * @param before empty when there was none, or none that can be read; what stays as it was may be of the past
     */
    public List<Problem> changed(Optional<CredentialContent> before, CredentialContent after) {
        List<Problem> problems = new ArrayList<>();
        after.expiresAt()
                .filter(end -> Expiry.isOver(Optional.of(end), now))
                .filter(end -> !before.flatMap(CredentialContent::expiresAt)
                        .filter(end::equals)
                        .isPresent())
                .ifPresent(end -> problems.add(Problem.with("expiresAt", ContentProblem.EXPIRY_PAST, end.toString())));
        after.owner()
                .userId()
                .filter(id -> !before.flatMap(content -> content.owner().userId())
                        .filter(id::equals)
                        .isPresent())
                .ifPresent(id -> new RealmUsers(session, realm)
                        .problem(id)
                        .ifPresent(kind -> problems.add(Problem.with("owner.userId", kind, id))));
        problems.addAll(policy.judge(after, now));
        return problems;
    }

    /**
     * What keeps a credential from being enabled, each at its field.
     *
     * @param before its content before the change that enables it
     */
    public List<Problem> enabled(StoredCredential credential, Optional<CredentialContent> before) {
        List<Problem> problems = new ArrayList<>();
        credential.content().ifPresent(content -> problems.addAll(changed(before, content)));
        problems.addAll(ofSecret(credential));
        return problems;
    }

    /** What of a stored credential breaks a demand of the realm, or is not in its permission sets any more. */
    public List<Problem> violations(StoredCredential credential) {
        List<Problem> problems = new ArrayList<>();
        credential
                .permissionSet()
                .ifPresent(set ->
                        credential.permissions().ifPresent(held -> problems.addAll(catalogue.violations(set, held))));
        credential.content().ifPresent(content -> problems.addAll(policy.judge(content, now)));
        problems.addAll(ofSecret(credential));
        return problems;
    }

    /** Whether its secret has to be rotated soon, or should have been. */
    public boolean isRotationDue(StoredCredential credential) {
        return credential
                .secrets()
                .filter(secrets -> DueSoon.rotates(policy, secrets, Optional.ofNullable(credential.createdAt()), now))
                .isPresent();
    }

    /** Whether it expires soon, or has. */
    public boolean isExpiryDue(StoredCredential credential) {
        return DueSoon.expires(credential.expiresAt(), now);
    }

    private List<Problem> ofSecret(StoredCredential credential) {
        return credential
                .secrets()
                .map(secrets -> policy.judge(secrets, Optional.ofNullable(credential.createdAt()), now))
                .orElse(List.of());
    }
}
