package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.RealmUsers;
import io.apicredentials.keycloak.settings.MailServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/**
 * Sends mails of one realm, through its mail server and in its email theme. The transaction that is open meanwhile has read
 * nothing from the database but, rarely, the realm: a mail server may be slow, and no connection is to wait for it.
 */
record MailSender(KeycloakSessionFactory factory, String realmId) {

    /** Sends one; Keycloak writes the reason of a failure to the log. */
    void send(Mail mail) throws EmailException {
        if (!hasServer()) {
            throw new EmailException("the realm has no mail server, or is gone");
        }
        Optional<String> locale = mail.user().flatMap(this::locale);
        try (KeycloakSession session = factory.create()) {
            // A realm that has left the cache by now is read from the database; nothing else is.
            session.getTransactionManager().begin();
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            Map<String, Object> attributes = new HashMap<>(mail.attributes());
            attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(recipient(session, realm, mail.address(), locale))
                    .send(mail.subject(), mail.subjectArguments(), mail.template(), attributes);
        }
    }

    /** What is told goes to an address, which may be that of no user: Keycloak's templates want one nevertheless. */
    private static UserModel recipient(
            KeycloakSession session, RealmModel realm, String address, Optional<String> locale) {
        InMemoryUserAdapter user = new InMemoryUserAdapter(session, realm, address);
        user.setUsername(address);
        user.setEmail(address);
        locale.ifPresent(language -> user.setSingleAttribute(UserModel.LOCALE, language));
        return user;
    }

    /** Brings the realm into the cache. */
    private boolean hasServer() {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> Optional.ofNullable(session.realms().getRealm(realmId))
                        .filter(MailServer::isSet)
                        .isPresent());
    }

    /** The language that a user has chosen. */
    private Optional<String> locale(String userId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            return RequestAddressees.realms(session, realm)
                    .flatMap(of -> new RealmUsers(session, of).locale(userId).stream())
                    .findFirst();
        });
    }
}
