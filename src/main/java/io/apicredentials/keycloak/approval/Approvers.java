package io.apicredentials.keycloak.approval;

import io.apicredentials.approval.Electorate;
import io.apicredentials.keycloak.rights.CredentialRole;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Who may decide on what is asked for in a realm: the users of the realm and of the master realm that have the role, by the
 * roles that they have now and not by those of a token. A user is known by his id; one that both realms have counts once.
 */
public final class Approvers {

    private final List<RoleHolders> holders;

    /** @param serviceAccounts whether service accounts may decide, beside people */
    public Approvers(KeycloakSession session, RealmModel realm, boolean serviceAccounts) {
        Stream<Optional<ClientModel>> clients = Stream.of(
                Optional.ofNullable(realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID)),
                Optional.ofNullable(realm.getMasterAdminClient()));
        this.holders = clients.flatMap(Optional::stream)
                .flatMap(client -> Optional.ofNullable(client.getRole(CredentialRole.APPROVE)).stream()
                        .map(role -> new RoleHolders(session, client.getRealm(), role, serviceAccounts)))
                .toList();
    }

    /**
     * Those who may decide at this moment. Of each of the two realms {@value RoleHolders#MOST} are read at most: that is far
     * more than can be needed, and a number that large says enough. Of a user store that fails nobody is known, so that
     * there may be more than these.
     */
    public Electorate present() {
        return present(Set.of());
    }

    /**
     * The same, for a request on which some have voted: those of them who may decide are always among these.
     *
     * @param voters the ids of those who have voted
     */
    public Electorate present(Collection<String> voters) {
        Set<String> users = new HashSet<>();
        for (RoleHolders some : holders) {
            Set<String> ids = some.ids();
            users.addAll(ids);
            voters.stream().filter(voter -> some.hasBeside(ids, voter)).forEach(users::add);
        }
        return new Electorate(users);
    }
}
