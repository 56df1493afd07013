package io.apicredentials.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An edit that an API credential does not allow.
 *
 * @param message part of the message that must name the rule
 * @param ofNew whether it is wrong for a credential that is only being created, too
 */
record BrokenRule(String name, String message, boolean ofNew, Consumer<ObjectNode> change) {

    private static final String OTHER_HASH = "v1$6az-iA--aH6Nf0bUhNUT8g$33vt_wx0uT076tcdVBgGwe_fIn9yQCuBSv1w9b9ZU-I";
    private static final String ATTRIBUTE = "api.credential.";

    /** Every rule; the credential is one of the set {@code wallets}. */
    static Stream<BrokenRule> all() {
        return Stream.of(content(), stored(), flags(), switches()).flatMap(List::stream);
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
                rule("a name of four characters", "name: ", client -> client.put("name", "Four")),
                rule("a description of four characters", "description: ", client -> client.put("description", "Four")));
    }

    private static List<BrokenRule> stored() {
        return List.of(
                attribute("a set that does not exist", "permission-set", "permission-set", "everything"),
                attribute("no secret hash", "secret-hash", "secret-hash", "secret"),
                ofExisting("another secret", "cannot be edited", "secret-hash", OTHER_HASH),
                ofExisting("another set", "permission set", "permission-set", "controls"),
                ofExisting("another creator", "Who created", "created-by", "somebody"),
                ofExisting("another creation", "When", "created-at", "2020-01-01T00:00:00Z"),
                ofExisting("a state from before", "read it again", "updated-at", "2020-01-01T00:00:00Z"),
                new BrokenRule("no credential any more", "client authenticator", false, BrokenRule::unmark));
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

    private static List<BrokenRule> flags() {
        return List.of(
                rule(
                        "another authenticator",
                        "client authenticator",
                        client -> client.put("clientAuthenticatorType", "client-jwt")),
                rule("public", "public client", client -> client.put("publicClient", true)),
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
                rule(
                        "a redirect URI",
                        "redirect URIs",
                        client -> client.putArray("redirectUris").add("https://example.org/*")),
                rule(
                        "a web origin",
                        "web origins",
                        client -> client.putArray("webOrigins").add("https://example.org")));
    }

    private static List<BrokenRule> switches() {
        return Map.of(
                        "access.token.lifespan", "3601",
                        "client_credentials.use_refresh_token", "true",
                        "standard.token.exchange.enabled", "true",
                        "oauth2.jwt.authorization.grant.enabled", "true",
                        "oauth2.device.authorization.grant.enabled", "true",
                        "oidc.ciba.grant.enabled", "true",
                        "access.token.signed.response.alg", "HS256")
                .entrySet()
                .stream()
                .map(entry -> rule(
                        entry.getKey(),
                        entry.getKey().endsWith("alg") ? "signed with one of" : "'" + entry.getKey() + "'",
                        client -> client.withObject("/attributes").put(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static BrokenRule rule(String name, String message, Consumer<ObjectNode> change) {
        return new BrokenRule(name, message, true, change);
    }

    private static BrokenRule attribute(String name, String message, String attribute, String value) {
        return rule(name, message, client -> client.withObject("/attributes").put(ATTRIBUTE + attribute, value));
    }

    private static BrokenRule ofExisting(String name, String message, String attribute, String value) {
        return new BrokenRule(
                name, message, false, client -> client.withObject("/attributes").put(ATTRIBUTE + attribute, value));
    }

    @Override
    public String toString() {
        return name;
    }
}
