package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * One thing that a client must be, or must not be, to be an API credential: whether it is so, what makes it so, and what an
 * edit is told that makes it otherwise.
 *
 * @param refusal one sentence; empty for what is put in order after every edit without a word
 * @param give empty for what is refused only
 */
record ShapeRule(
        Optional<String> refusal,
        BiPredicate<KeycloakSession, ClientModel> holds,
        Optional<Consumer<ClientModel>> give) {

    /** Its user is the subject of the tokens. */
    static final String SERVICE_ACCOUNT =
            "Client credentials is the only flow of an API credential; switch 'service accounts' on.";

    static final String NO_AUTHORIZATION =
            "An API credential has no resources of its own to protect; switch 'authorization' off.";

    private static final String ONLY_FLOW = "Client credentials is the only flow of an API credential; switch ";

    static final String ALGORITHM = OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG;

    /** Keycloak's: whether the header of a client's tokens says {@code at+jwt}; {@code JWT} without it. */
    static final String IS_ACCESS_TOKEN_TYPE = OIDCConfigAttributes.USE_RFC9068_ACCESS_TOKEN_HEADER_TYPE;

    private static final String LIFESPAN = OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN;

    /** All of them, in the order in which they are told. */
    static final List<ShapeRule> ALL = Stream.of(authentication(), flows(), reach(), tokens(), silent())
            .flatMap(rules -> rules)
            .toList();

    private static Stream<ShapeRule> authentication() {
        return Stream.of(
                rule(
                        "The client authenticator of an API credential stays '" + ClientFlow.AUTHENTICATOR + "'.",
                        client -> ClientFlow.AUTHENTICATOR.equals(client.getClientAuthenticatorType()),
                        client -> client.setClientAuthenticatorType(ClientFlow.AUTHENTICATOR)),
                off(
                        "An API credential is a confidential client; switch 'public client' off.",
                        ClientModel::isPublicClient,
                        ClientModel::setPublicClient),
                off(
                        "An API credential gets tokens; switch 'bearer only' off.",
                        ClientModel::isBearerOnly,
                        ClientModel::setBearerOnly),
                rule(
                        "The protocol of an API credential stays openid-connect.",
                        client -> OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()),
                        client -> client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL)));
    }

    private static Stream<ShapeRule> flows() {
        Stream<ShapeRule> columns = Stream.of(
                rule(
                        SERVICE_ACCOUNT,
                        ClientModel::isServiceAccountsEnabled,
                        client -> client.setServiceAccountsEnabled(true)),
                off(
                        ONLY_FLOW + "'standard flow' off.",
                        ClientModel::isStandardFlowEnabled,
                        ClientModel::setStandardFlowEnabled),
                off(
                        ONLY_FLOW + "'implicit flow' off.",
                        ClientModel::isImplicitFlowEnabled,
                        ClientModel::setImplicitFlowEnabled),
                off(
                        ONLY_FLOW + "'direct access grants' off.",
                        ClientModel::isDirectAccessGrantsEnabled,
                        ClientModel::setDirectAccessGrantsEnabled));
        Stream<ShapeRule> switches = RemovedAttributes.SWITCHES.stream()
                .map(name -> rule(
                        ONLY_FLOW + "'" + name + "' off.",
                        client -> !Boolean.parseBoolean(client.getAttribute(name)),
                        client -> client.removeAttribute(name)));
        Stream<ShapeRule> ofUsers = Stream.of(
                off(
                        "Nobody could consent for an API credential; switch 'consent required' off.",
                        ClientModel::isConsentRequired,
                        ClientModel::setConsentRequired),
                rule(
                        "An API credential has no redirect URIs; remove them.",
                        client -> client.getRedirectUris().isEmpty(),
                        client -> client.setRedirectUris(Set.of())),
                rule(
                        "An API credential has no web origins; remove them.",
                        client -> client.getWebOrigins().isEmpty(),
                        client -> client.setWebOrigins(Set.of())));
        return Stream.of(columns, switches, ofUsers).flatMap(rules -> rules);
    }

    private static Stream<ShapeRule> reach() {
        return Stream.of(
                off(
                        "The rights of an API credential are its permissions, not roles; switch 'full scope allowed' off.",
                        ClientModel::isFullScopeAllowed,
                        ClientModel::setFullScopeAllowed),
                // They are more than the client's own: what adds them is refused, and not put in order without a word.
                new ShapeRule(
                        Optional.of(NO_AUTHORIZATION),
                        (session, client) -> !new AuthorizationServices(session, client).areOn(),
                        Optional.empty()));
    }

    /** A shorter lifespan, another algorithm and another type are an administrator's choice for this one credential. */
    private static Stream<ShapeRule> tokens() {
        return Stream.of(
                rule(
                        "Tokens of an API credential are valid for at most " + RealmSettings.TOKEN_LIFESPAN
                                + " seconds; set '" + LIFESPAN + "' to a number from 1 to "
                                + RealmSettings.TOKEN_LIFESPAN + ".",
                        client -> RealmSettings.isLifespan(client.getAttribute(LIFESPAN)),
                        client -> client.setAttribute(LIFESPAN, Integer.toString(RealmSettings.TOKEN_LIFESPAN))),
                rule(
                        "Tokens of an API credential are signed with one of "
                                + String.join(", ", RealmSettings.SIGNATURE_ALGORITHMS) + ".",
                        client -> client.getAttribute(ALGORITHM) == null || hasAlgorithm(client),
                        ShapeRule::setAlgorithm),
                rule(
                        "Tokens of an API credential say 'at+jwt' in their header or 'JWT'; set '"
                                + IS_ACCESS_TOKEN_TYPE + "' to 'true' or 'false'.",
                        client -> isFlag(client.getAttribute(IS_ACCESS_TOKEN_TYPE)),
                        client -> client.removeAttribute(IS_ACCESS_TOKEN_TYPE)));
    }

    private static boolean isFlag(@Nullable String text) {
        return text == null || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static Stream<ShapeRule> silent() {
        return Stream.of(
                new ShapeRule(
                        Optional.empty(),
                        (session, client) -> hasAlgorithm(client),
                        Optional.of(ShapeRule::setAlgorithm)),
                new ShapeRule(
                        Optional.empty(),
                        (session, client) -> !client.isFrontchannelLogout(),
                        Optional.of(client -> client.setFrontchannelLogout(false))),
                new ShapeRule(
                        Optional.empty(),
                        (session, client) ->
                                RemovedAttributes.ALL.stream().allMatch(name -> client.getAttribute(name) == null),
                        Optional.of(client -> RemovedAttributes.ALL.forEach(client::removeAttribute))));
    }

    private static boolean hasAlgorithm(ClientModel client) {
        return RealmSettings.SIGNATURE_ALGORITHMS.contains(
                Objects.requireNonNullElse(client.getAttribute(ALGORITHM), ""));
    }

    private static void setAlgorithm(ClientModel client) {
        client.setAttribute(ALGORITHM, new RealmSettings(client.getRealm()).signatureAlgorithm());
    }

    private static ShapeRule off(
            String refusal, Predicate<ClientModel> isOn, BiConsumer<ClientModel, Boolean> switchTo) {
        return rule(refusal, isOn.negate(), client -> switchTo.accept(client, false));
    }

    private static ShapeRule rule(String refusal, Predicate<ClientModel> holds, Consumer<ClientModel> give) {
        return new ShapeRule(Optional.of(refusal), (session, client) -> holds.test(client), Optional.of(give));
    }
}
