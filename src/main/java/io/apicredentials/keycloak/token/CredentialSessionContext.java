package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.Permissions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleModel;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.rar.AuthorizationRequestContext;
import org.keycloak.utils.JsonUtils;

/**
 * Keycloak's context of a token request, without the mappers that could only break the token of a credential: those that
 * write a claim with a meaning of its own, and those that write into a claim that another writes as a whole, at which
 * Keycloak fails or does not fail, depending on the order of the mappers. Its scope names the permissions too, so that token,
 * answer and event say the same.
 */
final class CredentialSessionContext implements ClientSessionContext {

    private final KeycloakSession session;
    private final ClientSessionContext keycloak;
    private final Permissions granted;
    private @Nullable String scope;

    CredentialSessionContext(KeycloakSession session, ClientSessionContext keycloak, Permissions granted) {
        this.session = session;
        this.keycloak = keycloak;
        this.granted = granted;
    }

    @Override
    public Stream<ProtocolMapperModel> getProtocolMappersStream() {
        List<ProtocolMapperModel> mappers = keycloak.getProtocolMappersStream().toList();
        List<List<String>> claims =
                mappers.stream().map(CredentialSessionContext::claim).toList();
        AuthenticatedClientSessionModel clientSession = keycloak.getClientSession();
        Predicate<String> isReserved = ClaimNames.of(session, clientSession.getRealm(), clientSession.getClient())
                .areReserved();
        return mappers.stream().filter(mapper -> mayWrite(claim(mapper), claims, isReserved));
    }

    private static boolean mayWrite(List<String> claim, List<List<String>> all, Predicate<String> isReserved) {
        if (claim.isEmpty()) {
            return true;
        }
        boolean isPartOfAnother = all.stream()
                .anyMatch(other -> !other.isEmpty()
                        && other.size() < claim.size()
                        && other.equals(claim.subList(0, other.size())));
        return !isPartOfAnother && !KeycloakClaims.contain(claim.get(0)) && !isReserved.test(claim.get(0));
    }

    /** The path of the claim that a mapper writes; empty for mappers without that setting. */
    private static List<String> claim(ProtocolMapperModel mapper) {
        String name = mapper.getConfig().get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME);
        return name == null ? List.of() : JsonUtils.splitClaimPath(name);
    }

    @Override
    public AuthenticatedClientSessionModel getClientSession() {
        return keycloak.getClientSession();
    }

    @Override
    public Set<String> getClientScopeIds() {
        return keycloak.getClientScopeIds();
    }

    @Override
    public Stream<ClientScopeModel> getClientScopesStream() {
        return keycloak.getClientScopesStream();
    }

    /** Never: a credential has no refresh tokens. Keycloak would look for that scope among all of the realm. */
    @Override
    public boolean isOfflineTokenRequested() {
        return false;
    }

    @Override
    public Stream<RoleModel> getRolesStream() {
        return keycloak.getRolesStream();
    }

    /** Put together once: token, answer and event ask for it. */
    @Override
    public String getScopeString() {
        String known = scope;
        if (known == null) {
            known = ScopeWords.of(
                    keycloak.getScopeString(),
                    granted,
                    new RealmSettings(keycloak.getClientSession().getRealm()));
            scope = known;
        }
        return known;
    }

    @Override
    public String getScopeString(boolean ignoreIncludeInTokenScope) {
        return keycloak.getScopeString(ignoreIncludeInTokenScope);
    }

    @Override
    public void setAttribute(String name, Object value) {
        keycloak.setAttribute(name, value);
    }

    @Override
    public <T> @Nullable T getAttribute(String attribute, Class<T> type) {
        return keycloak.getAttribute(attribute, type);
    }

    @Override
    public AuthorizationRequestContext getAuthorizationRequestContext() {
        return keycloak.getAuthorizationRequestContext();
    }
}
