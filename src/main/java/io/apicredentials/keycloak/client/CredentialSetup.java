package io.apicredentials.keycloak.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.access.RefusalReason;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * How a credential is set up in Keycloak: its client with scopes and authorization services, and its service account. If
 * two are equal, nothing was mended between them.
 */
public record CredentialSetup(JsonNode client, Optional<Account> account) {

    /** A service account; {@code refusal} is why it keeps its credential from being used. */
    record Account(String id, Optional<RefusalReason> refusal, Set<String> roles, Set<String> groups) {

        static Account of(UserModel user) {
            return new Account(
                    user.getId(),
                    ServiceAccounts.refusal(user),
                    user.getRoleMappingsStream().map(RoleModel::getId).collect(Collectors.toSet()),
                    user.getGroupsStream().map(GroupModel::getId).collect(Collectors.toSet()));
        }
    }

    /** The setup as the session has it. */
    public static CredentialSetup of(KeycloakSession session, ClientModel client) {
        ObjectNode fields =
                JsonSerialization.mapper.valueToTree(ModelToRepresentation.toRepresentation(client, session));
        // Nothing mends them, and Keycloak gives them in any order.
        fields.remove("protocolMappers");
        UserModel account = session.users().getServiceAccount(client);
        return new CredentialSetup(fields, Optional.ofNullable(account).map(Account::of));
    }
}
