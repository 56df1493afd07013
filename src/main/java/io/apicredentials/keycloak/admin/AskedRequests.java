package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.Decision;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.client.RequestQuery;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.manage.SettingsSubject;
import io.apicredentials.keycloak.settings.StoredSettingsRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds requests for approval: the last one of each credential, and of the settings. */
record AskedRequests(KeycloakSession session, RealmModel realm) {

    /**
     * One that was found, as far as that is needed to put it in order.
     *
     * @param credential the id; empty for the settings of the realm
     * @param at its end if it is open, else when it was decided; what nobody has looked at since its end, at its end
     */
    private record Found(Optional<String> credential, Instant at) {}

    /**
     * A part of all that are open, the first to end first; or of all that are not, the last first. However many there are,
     * it costs two statements, and only of this part the credentials are read.
     */
    List<AskedRequest> list(boolean open, Instant now, Page page) {
        Comparator<Found> byTime = Comparator.comparing(Found::at);
        List<Found> part = found(open, now).stream()
                .sorted(open ? byTime : byTime.reversed())
                .skip(page.first())
                .limit(page.max())
                .toList();
        Map<String, StoredCredential> credentials = new CredentialQuery(session, realm)
                .find(part.stream().flatMap(one -> one.credential().stream()).toList());
        // Judged once more: between the two statements somebody may have decided.
        return part.stream()
                .flatMap(one -> asked(one, credentials).stream())
                .filter(asked -> asked.last().isOpen(now) == open)
                .toList();
    }

    private List<Found> found(boolean open, Instant now) {
        List<Found> found = new ArrayList<>();
        Predicate<LastRequest> isWanted = last -> last.isOpen(now) == open;
        ofSettings()
                .map(AskedRequest::last)
                .filter(isWanted)
                .ifPresent(last -> found.add(new Found(Optional.empty(), end(last))));
        BiConsumer<String, LastRequest> each = (credential, last) -> {
            if (isWanted.test(last)) {
                found.add(new Found(Optional.of(credential), end(last)));
            }
        };
        RequestQuery requests = new RequestQuery(session, realm);
        if (open) {
            requests.undecidedByName(each);
        } else {
            requests.allByName(each);
        }
        return found;
    }

    /** How many are open, with one statement. */
    int countOpen(Instant now) {
        int[] found = {0};
        ofSettings().map(AskedRequest::last).filter(last -> last.isOpen(now)).ifPresent(last -> found[0]++);
        new RequestQuery(session, realm).undecided((credential, last) -> found[0] += last.isOpen(now) ? 1 : 0);
        return found[0];
    }

    /** How many are not. */
    int countDecided(Instant now) {
        return found(false, now).size();
    }

    private Optional<AskedRequest> asked(Found found, Map<String, StoredCredential> credentials) {
        return found.credential().isEmpty()
                ? ofSettings()
                : found.credential().map(credentials::get).flatMap(AskedRequests::ofMany);
    }

    private static Optional<AskedRequest> ofMany(StoredCredential credential) {
        return credential.approval().lastOfMany().map(last -> new AskedRequest(last, Optional.of(credential)));
    }

    private Optional<AskedRequest> ofSettings() {
        return new StoredSettingsRequest(realm).last().map(last -> new AskedRequest(last, Optional.empty()));
    }

    /** The one with this id, if no later one has taken its place. */
    Optional<AskedRequest> find(String id) {
        String name = name(id);
        Optional<AskedRequest> asked = name.equals(SettingsSubject.NAME)
                ? ofSettings()
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

    private static Instant end(LastRequest last) {
        return last.decision().map(Decision::at).orElse(last.request().expiresAt());
    }
}
