package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.manage.SettingsSubject;
import io.apicredentials.keycloak.settings.StoredSettingsRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds requests for approval: the last one of each credential, and of the settings. */
record AskedRequests(KeycloakSession session, RealmModel realm) {

    /** What comes to its end first is first. */
    private static final Comparator<AskedRequest> BY_END =
            Comparator.comparing(asked -> asked.last().request().expiresAt());

    /** What was decided last is first; what nobody has looked at since its end, at its end. */
    private static final Comparator<AskedRequest> BY_DECISION =
            Comparator.comparing(AskedRequests::decidedAt).reversed();

    /** All that are open or all that are not, with one statement. */
    List<AskedRequest> list(boolean open, Instant now) {
        List<AskedRequest> found = new ArrayList<>();
        new StoredSettingsRequest(realm)
                .last()
                .filter(last -> last.isOpen(now) == open)
                .ifPresent(last -> found.add(new AskedRequest(last, Optional.empty())));
        new CredentialQuery(session, realm)
                .forEach(
                        CredentialFilter.REQUESTED,
                        credential -> credential
                                .approval()
                                .last()
                                .filter(last -> last.isOpen(now) == open)
                                .ifPresent(last -> found.add(new AskedRequest(last, Optional.of(credential)))));
        found.sort(open ? BY_END : BY_DECISION);
        return found;
    }

    /** The one with this id, if no later one has taken its place. */
    Optional<AskedRequest> find(String id) {
        String name = name(id);
        Optional<AskedRequest> asked = name.equals(SettingsSubject.NAME)
                ? new StoredSettingsRequest(realm).last().map(last -> new AskedRequest(last, Optional.empty()))
                : new CredentialClients(session, realm)
                        .find(name)
                        .map(StoredCredential::of)
                        .flatMap(AskedRequests::of);
        return asked.filter(one -> one.last().request().id().equals(id));
    }

    private static Optional<AskedRequest> of(StoredCredential credential) {
        return credential.approval().last().map(last -> new AskedRequest(last, Optional.of(credential)));
    }

    /** What the id of a request says that it is about. */
    static String name(String id) {
        int dot = id.lastIndexOf('.');
        return dot < 0 ? "" : id.substring(0, dot);
    }

    private static Instant decidedAt(AskedRequest asked) {
        LastRequest last = asked.last();
        ApprovalRequest request = last.request();
        return last.decision().map(made -> made.at()).orElse(request.expiresAt());
    }
}
