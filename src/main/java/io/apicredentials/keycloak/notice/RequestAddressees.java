package io.apicredentials.keycloak.notice;

import io.apicredentials.approval.RequestStatus;
import io.apicredentials.keycloak.approval.Approvers;
import io.apicredentials.keycloak.client.RealmUsers;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds those who are told of a request: they are users of its realm or of the master realm. */
record RequestAddressees(KeycloakSession session, RealmModel realm) {

    /** The realms that users come from who may do something in a realm. */
    static Stream<RealmModel> realms(KeycloakSession session, RealmModel realm) {
        return realm.getName().equals(Config.getAdminRealm())
                ? Stream.of(realm)
                : Stream.of(realm, Objects.requireNonNull(session.realms().getRealmByName(Config.getAdminRealm())));
    }

    /** A mail for each of them who has an address. */
    List<RequestMail> mails(RequestNotice notice) {
        String requester = requester(notice);
        return ids(notice).flatMap(id -> mail(notice, id, requester).stream()).toList();
    }

    private Stream<String> ids(RequestNotice notice) {
        String requester = notice.request().requestedBy();
        if (notice.status() == RequestStatus.OPEN) {
            boolean serviceAccounts = new RealmSettings(realm).approval().serviceAccounts();
            return new Approvers(session, realm, serviceAccounts)
                    .present().users().stream().filter(id -> !id.equals(requester));
        }
        // Nobody is told what he did himself.
        return notice.by().filter(requester::equals).isPresent() ? Stream.empty() : Stream.of(requester);
    }

    private Optional<RequestMail> mail(RequestNotice notice, String id, String requester) {
        return realms(session, realm)
                .flatMap(of -> new RealmUsers(session, of)
                                .address(id)
                                .map(address ->
                                        new RequestMail(notice, address, id, of.getName(), realm.getName(), requester))
                                .stream())
                .findFirst();
    }

    private String requester(RequestNotice notice) {
        String id = notice.request().requestedBy();
        return realms(session, realm)
                .flatMap(of -> new RealmUsers(session, of).username(id).stream())
                .findFirst()
                .orElse(id);
    }
}
