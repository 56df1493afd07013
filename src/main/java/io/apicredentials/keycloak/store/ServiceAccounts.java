package io.apicredentials.keycloak.store;

import io.apicredentials.credential.RefusalReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The users that credentials act as, and why one of them may keep its credential from being used. */
public final class ServiceAccounts {

    private final KeycloakSession session;
    private final CredentialQuery credentials;

    public ServiceAccounts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.credentials = new CredentialQuery(session, realm);
    }

    /** What its service account does to this credential, its roles included; empty when there is nothing against its use. */
    public Optional<RefusalReason> refusal(ClientModel client) {
        UserModel user = session.users().getServiceAccount(client);
        Optional<RefusalReason> refusal = refusal(user);
        boolean mayAdminister = user != null && refusal.isEmpty() && RealmAdministration.mayAdminister(client, user);
        return mayAdminister ? Optional.of(RefusalReason.ADMIN_ROLES) : refusal;
    }

    /** Brings back into use the one that is there. In a group it could have roles again that were taken from it. */
    public void enable(ClientModel client) {
        Optional.ofNullable(session.users().getServiceAccount(client)).ifPresent(user -> {
            user.setEnabled(true);
            user.getGroupsStream().toList().forEach(user::leaveGroup);
        });
    }

    /**
     * The same for many credentials, but for their roles, at the cost of one query; an id that is not in the answer is fine.
     */
    public Map<String, RefusalReason> refusals(List<String> ids) {
        Map<String, CredentialQuery.ServiceAccount> accounts = credentials.serviceAccounts(ids).stream()
                .collect(Collectors.toMap(
                        CredentialQuery.ServiceAccount::credential, Function.identity(), (one, other) -> one));
        return ids.stream()
                .filter(id -> refusal(accounts.get(id)).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(), id -> refusal(accounts.get(id)).orElseThrow()));
    }

    /** What a service account does to the use of its credential; null is one that is not there. */
    public static Optional<RefusalReason> refusal(@Nullable UserModel serviceAccount) {
        return refusal(serviceAccount != null, serviceAccount != null && serviceAccount.isEnabled());
    }

    private static Optional<RefusalReason> refusal(CredentialQuery.@Nullable ServiceAccount account) {
        return refusal(account != null, account != null && account.enabled());
    }

    private static Optional<RefusalReason> refusal(boolean exists, boolean enabled) {
        if (!exists) {
            return Optional.of(RefusalReason.SERVICE_ACCOUNT_MISSING);
        }
        return enabled ? Optional.empty() : Optional.of(RefusalReason.SERVICE_ACCOUNT_DISABLED);
    }
}
