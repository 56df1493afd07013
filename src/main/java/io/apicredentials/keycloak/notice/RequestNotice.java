package io.apicredentials.keycloak.notice;

import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.RequestStatus;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.manage.RequestNews;
import io.apicredentials.keycloak.settings.RealmAddresses;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * That a request was made or has ended, as it is told when that is committed. Nothing of the content that was asked for is in
 * it.
 *
 * @param about the id of the credential, or what stands for the settings
 * @param label what the credential is called, or the realm for its settings
 * @param by the user id of who ended it; empty for an open one, and for the end of its time
 * @param reason why it was asked for or decided so, as a user said
 * @param consoles what the addresses of the admin consoles begin with; empty when no request of HTTP says where that is
 */
record RequestNotice(
        String realmId,
        String about,
        String label,
        Optional<String> clientId,
        ApprovalRequest request,
        RequestStatus status,
        Optional<String> by,
        Optional<String> reason,
        Optional<String> consoles) {

    static RequestNotice of(RequestNews news) {
        LastRequest last = news.last();
        RequestStatus status = news.status();
        return new RequestNotice(
                news.realm().getId(),
                news.subject(),
                news.credential().map(RequestNotice::name).orElseGet(() -> name(news.realm())),
                news.credential().map(StoredCredential::clientId),
                last.request(),
                status,
                last.decision().flatMap(made -> made.by()),
                reason(last, status),
                // The end of its time may be noted by a timer, which has no address.
                status == RequestStatus.TIMED_OUT
                        ? Optional.empty()
                        : Optional.of(new RealmAddresses(news.session()).consoles()));
    }

    /** What it is, as one word for programs. */
    String word() {
        return "request_" + status.word();
    }

    private static Optional<String> reason(LastRequest last, RequestStatus status) {
        return switch (status) {
            case OPEN -> last.request().reason();
            case APPROVED, REJECTED ->
                last.request().votes().stream()
                        .reduce((former, latter) -> latter)
                        .map(vote -> vote.reason());
            case WITHDRAWN, TIMED_OUT -> Optional.empty();
        };
    }

    private static String name(StoredCredential credential) {
        return Objects.requireNonNullElse(credential.name(), credential.clientId());
    }

    private static String name(RealmModel realm) {
        return Optional.ofNullable(realm.getDisplayName())
                .filter(shown -> !shown.isBlank())
                .orElseGet(realm::getName);
    }
}
