package io.apicredentials.it.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An edit that an API credential does not allow.
 *
 * @param message part of the message that must name the rule
 * @param ways by which it can be tried and is wrong
 */
record BrokenRule(String name, String message, Set<EditingWay> ways, Consumer<ObjectNode> change) {

    private static final Set<EditingWay> ALL = EnumSet.allOf(EditingWay.class);

    /** Those by which a credential is edited that is there already. */
    static final Set<EditingWay> OF_EXISTING =
            EnumSet.copyOf(ALL.stream().filter(way -> !way.bringsNew()).toList());

    /** Those that know a client by its id. All others know it by its client ID: with another one, it is another client. */
    private static final Set<EditingWay> OF_ID = EnumSet.of(EditingWay.ADMIN_API, EditingWay.CONSOLE);

    /** Registration does not know authorization services. */
    private static final Set<EditingWay> OF_AUTHORIZATION = EnumSet.complementOf(EnumSet.of(EditingWay.REGISTRATION));

    private static final String OTHER_HASH = "v1$6az-iA--aH6Nf0bUhNUT8g$33vt_wx0uT076tcdVBgGwe_fIn9yQCuBSv1w9b9ZU-I";
    private static final String ATTRIBUTE = "api.credential.";

    /** What a realm demands of each edit of its own, and not of the credentials that a new realm brings along. */
    static final List<BrokenRule> DEMANDS = List.of(
            attribute("an expiry that has passed", "has passed", "expires-at", "2020-01-01T00:00:00Z"),
            attribute("an owner that is no user", "no user with the id", "owner-user", "nobody"));

    /** Every rule; the credential is one of the set {@code wallets}. */
    static Stream<BrokenRule> all() {
        return Stream.of(content(), DEMANDS, stored(), kind(), flags(), switches())
                .flatMap(List::stream);
    }

    /** Whether it is wrong for a credential that is only being brought in, too. */
    boolean isOfNew() {
        return ways.contains(EditingWay.CREATION);
    }

    private static List<BrokenRule> content() {
        return List.of(
                attribute(
                        "seven addresses",
                        "at most 6",
                        "allowed-ips",
                        "1.1.1.1,2.2.2.2,3.3.3.3,4.4.4.4,5.5.5.5,6.6.6.6,7.7.7.7"),
                attribute("a leading zero", "010.0.0.1", "allowed-ips", "010.0.0.1"),
                attribute("no address", "allowedIps", "allowed-ips", ""),
                attribute("a permission of another set", "transaction", "permissions", "transaction:create:org:*"),
                attribute("what is no permission", "everything", "permissions", "everything"),
                attribute("no permissions", "'api.credential.permissions' is missing", "permissions", ""),
                rule("a name of four characters", "name: ", client -> client.put("name", "Four")),
                rule("a description of four characters", "description: ", client -> client.put("description", "Four")),
                attribute("an expiry of no time", "not a date and time", "expires-at", "never"),
                attribute("a team of one character", "owner.team: ", "owner-team", "T"),
                attribute("a contact that is no address", "not an e-mail address", "owner-contact", "treasury"));
    }

    private static List<BrokenRule> stored() {
        return List.of(
                attribute("a set that does not exist", "permission-set", "permission-set", "everything"),
                attribute("no secret hash", "secret-hash", "secret-hash", "secret"),
                ofExisting("another secret", "cannot be edited", "secret-hash", OTHER_HASH),
                ofExisting("another set", "permission set", "permission-set", "controls"),
                ofExisting("another creator", "Who created", "created-by", "somebody"),
                ofExisting("another creation", "When", "created-at", "2020-01-01T00:00:00Z"),
                changeFrom("a change of a state from before", "2020-01-01T00:00:00Z"),
                changeFrom("a change of a state of no time", "never"),
                new BrokenRule(
                        "another client ID",
                        "The client ID of an API credential never changes.",
                        OF_ID,
                        client -> client.put("clientId", "apicred-renamed")),
                new BrokenRule("no credential any more", "client authenticator", OF_EXISTING, BrokenRule::unmark));
    }

    private static void unmark(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-secret").put("secret", "known-secret");
        ObjectNode attributes = client.withObject("/attributes");
        for (String name : List.of(
                "permission-set",
                "permissions",
                "allowed-ips",
                "secret-hash",
                "created-by",
                "created-at",
                "updated-at")) {
            attributes.put(ATTRIBUTE + name, "");
        }
    }

    private static List<BrokenRule> kind() {
        return List.of(
                rule(
                        "another authenticator",
                        "client authenticator",
                        client -> client.put("clientAuthenticatorType", "client-jwt")),
                rule("public", "public client", client -> client.put("publicClient", true)),
                rule("bearer-only", "'bearer only' off", client -> client.put("bearerOnly", true)),
                rule("another protocol", "stays openid-connect", client -> client.put("protocol", "saml")));
    }

    private static List<BrokenRule> flags() {
        return List.of(
                rule("standard flow", "'standard flow' off", client -> client.put("standardFlowEnabled", true)),
                rule("implicit flow", "'implicit flow' off", client -> client.put("implicitFlowEnabled", true)),
                rule(
                        "direct access",
                        "'direct access grants' off",
                        client -> client.put("directAccessGrantsEnabled", true)),
                rule(
                        "no service account",
                        "'service accounts' on",
                        client -> client.put("serviceAccountsEnabled", false)),
                rule("consent", "consent required", client -> client.put("consentRequired", true)),
                rule("full scope", "full scope allowed", client -> client.put("fullScopeAllowed", true)),
                new BrokenRule(
                        "authorization services",
                        "'authorization' off",
                        OF_AUTHORIZATION,
                        BrokenRule::protectResources),
                rule(
                        "a redirect URI",
                        "redirect URIs",
                        client -> client.putArray("redirectUris").add("https://example.org/*")),
                rule(
                        "a web origin",
                        "web origins",
                        client -> client.putArray("webOrigins").add("https://example.org")));
    }

    private static void protectResources(ObjectNode client) {
        ObjectNode settings = client.put("authorizationServicesEnabled", true).putObject("authorizationSettings");
        settings.putArray("resources").addObject().put("name", "a resource of its own");
    }

    private static List<BrokenRule> switches() {
        return Stream.of(
                        Map.entry("access.token.lifespan", "3601"),
                        Map.entry("access.token.lifespan", "0"),
                        Map.entry("access.token.lifespan", ""),
                        Map.entry("client_credentials.use_refresh_token", "true"),
                        Map.entry("standard.token.exchange.enabled", "true"),
                        Map.entry("oauth2.jwt.authorization.grant.enabled", "true"),
                        Map.entry("oauth2.device.authorization.grant.enabled", "true"),
                        Map.entry("oidc.ciba.grant.enabled", "true"),
                        Map.entry("access.token.signed.response.alg", "HS256"),
                        Map.entry("access.token.signed.response.alg", "none"),
                        Map.entry("access.token.header.type.rfc9068", "yes"))
                .map(entry -> rule(
                        entry.getKey() + "=" + entry.getValue(),
                        entry.getKey().endsWith("alg") ? "signed with one of" : "'" + entry.getKey() + "'",
                        client -> client.withObject("/attributes").put(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static BrokenRule rule(String name, String message, Consumer<ObjectNode> change) {
        return new BrokenRule(name, message, ALL, change);
    }

    private static BrokenRule attribute(String name, String message, String attribute, String value) {
        return rule(name, message, client -> client.withObject("/attributes").put(ATTRIBUTE + attribute, value));
    }

    private static BrokenRule ofExisting(String name, String message, String attribute, String value) {
        return new BrokenRule(
                name,
                message,
                OF_EXISTING,
                client -> client.withObject("/attributes").put(ATTRIBUTE + attribute, value));
    }

    private static BrokenRule changeFrom(String name, String updatedAt) {
        return new BrokenRule(
                name,
                "read it again",
                OF_EXISTING,
                client -> client.put("description", "A change")
                        .withObject("/attributes")
                        .put(ATTRIBUTE + "updated-at", updatedAt));
    }

    @Override
    public String toString() {
        return name;
    }
}
