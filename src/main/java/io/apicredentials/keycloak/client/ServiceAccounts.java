package io.apicredentials.keycloak.client;

import io.apicredentials.access.RefusalReason;
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

    /** Why the service account of this credential, with its roles, keeps it from being used; empty when it does not. */
    public Optional<RefusalReason> refusal(ClientModel client) {
        UserModel user = session.users().getServiceAccount(client);
        Optional<RefusalReason> refusal = refusal(user);
        boolean mayAdminister = user != null && refusal.isEmpty() && RealmAdministration.mayAdminister(client, user);
        return mayAdminister ? Optional.of(RefusalReason.ADMIN_ROLES) : refusal;
    }

    /** Enables the service account, if it is there. */
    public void enable(ClientModel client) {
        Optional.ofNullable(session.users().getServiceAccount(client)).ifPresent(user -> user.setEnabled(true));
    }

    /**
     * Why service accounts keep credentials from being used, by the ids of those that they do keep. Roles are not looked
     * at: this is one query, however many credentials there are.
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

    /** Why a service account, whatever its roles, keeps its credential from being used; null is one that is missing. */
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
