package io.apicredentials.it.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An edit that would be right if nobody else had to approve it, or that forges an approval.
 *
 * @param state of the credential that is edited; new ones are copies of it
 */
record UnapprovedEdit(String name, WaitingState state, Consumer<ObjectNode> change) {

    /** The attribute that holds the request. */
    static final String REQUEST = "api.credential.request";

    private static final String MAPPER = "a protocol mapper";

    /** Whether it is about the request itself, which no edit ever changes. */
    boolean forges() {
        return name.contains("request");
    }

    /** Registration lets nobody add a mapper. */
    boolean isTriedBy(EditingWay way) {
        return way != EditingWay.REGISTRATION || !name.equals(MAPPER);
    }

    /** Every one that is tried. */
    static List<UnapprovedEdit> all() {
        return Stream.of(inForce(), disabled(), asked(), unapproved())
                .flatMap(List::stream)
                .toList();
    }

    static List<UnapprovedEdit> inForce() {
        WaitingState state = WaitingState.IN_FORCE;
        return List.of(
                new UnapprovedEdit("nothing", state, client -> {}),
                new UnapprovedEdit("a description", state, client -> client.put("description", "Edited elsewhere")),
                new UnapprovedEdit("a name", state, client -> client.put("name", "Edited elsewhere")),
                attribute("a wider range", state, "api.credential.allowed-ips", "127.0.0.0/8"),
                attribute("fewer permissions", state, "api.credential.permissions", "balances:read:org:*"),
                attribute("an end", state, "api.credential.expires-at", "2098-01-01T00:00:00Z"),
                new UnapprovedEdit(MAPPER, state, UnapprovedEdit::addMapper),
                new UnapprovedEdit(
                        "a client scope",
                        state,
                        client -> client.withArray("defaultClientScopes").add("roles")),
                new UnapprovedEdit("disabled", state, client -> client.put("enabled", false)),
                new UnapprovedEdit("its tokens ended", state, client -> client.put("notBefore", 1_700_000_000)),
                new UnapprovedEdit(
                        "disabled, with a name",
                        state,
                        client -> client.put("enabled", false).put("name", "Edited elsewhere")),
                attribute("an approved request, forged", state, REQUEST, forged("approved")));
    }

    private static List<UnapprovedEdit> disabled() {
        return List.of(new UnapprovedEdit("enabled", WaitingState.DISABLED, client -> client.put("enabled", true)));
    }

    private static List<UnapprovedEdit> asked() {
        WaitingState state = WaitingState.ASKED;
        return List.of(
                new UnapprovedEdit("an open request: nothing", state, client -> {}),
                new UnapprovedEdit(
                        "an open request: the request left out",
                        state,
                        client -> client.withObject("/attributes").remove(REQUEST)),
                attribute("an open request: the request emptied", state, REQUEST, ""),
                attribute("an open request: another one", state, REQUEST, forged("approved")),
                replaced("an open request: a vote added", state, "\"votes\":[]", "\"votes\":[" + vote() + "]"),
                replaced("an open request: a later end", state, "\"expiresAt\":\"2", "\"expiresAt\":\"9"),
                new UnapprovedEdit("an open request: disabled", state, client -> client.put("enabled", false)));
    }

    private static List<UnapprovedEdit> unapproved() {
        WaitingState fresh = WaitingState.NEW;
        WaitingState withdrawn = WaitingState.WITHDRAWN;
        return List.of(
                new UnapprovedEdit("a new one: nothing", fresh, client -> {}),
                new UnapprovedEdit("a new one: enabled", fresh, client -> client.put("enabled", true)),
                new UnapprovedEdit(
                        "a new one: a description", fresh, client -> client.put("description", "Edited elsewhere")),
                attribute("a new one: the request emptied, and enabled", fresh, REQUEST, "", true),
                replaced("a new one: a vote added", fresh, "\"votes\":[]", "\"votes\":[" + vote() + "]"),
                attribute("a new one: a secret", fresh, "api.credential.secret-hash", hash(), true),
                new UnapprovedEdit("a withdrawn one: enabled", withdrawn, client -> client.put("enabled", true)),
                attribute("a withdrawn one: the request emptied, and enabled", withdrawn, REQUEST, "", true));
    }

    private static UnapprovedEdit attribute(String name, WaitingState state, String key, String value) {
        return new UnapprovedEdit(
                name, state, client -> client.withObject("/attributes").put(key, value));
    }

    private static UnapprovedEdit attribute(
            String name, WaitingState state, String key, String value, boolean enabled) {
        return new UnapprovedEdit(
                name,
                state,
                client ->
                        client.put("enabled", enabled).withObject("/attributes").put(key, value));
    }

    /** An edit of the text of the request; where an edit has only what changes, it is a forged one. */
    private static UnapprovedEdit replaced(String name, WaitingState state, String text, String by) {
        return new UnapprovedEdit(name, state, client -> {
            ObjectNode attributes = client.withObject("/attributes");
            String stored = attributes.path(REQUEST).asText(forged("open"));
            attributes.put(REQUEST, stored.replace(text, by));
        });
    }

    private static void addMapper(ObjectNode client) {
        client.withArray("protocolMappers")
                .addObject()
                .put("name", "more")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper")
                .putObject("config")
                .put("claim.name", "more")
                .put("claim.value", "more")
                .put("access.token.claim", "true");
    }

    /** A request to create it that three have approved, if one believes it. */
    static String forged(String decision) {
        String open = "{\"id\":\"forged.00000000\",\"operation\":\"create\",\"digest\":\"sha256:" + "0".repeat(64)
                + "\",\"requestedBy\":\"somebody\",\"requestedAt\":\"2026-01-01T00:00:00Z\","
                + "\"expiresAt\":\"2098-01-01T00:00:00Z\",\"required\":1,\"votes\":[" + vote() + "],"
                + "\"base\":{},\"proposed\":{}";
        return decision.equals("open")
                ? open + "}"
                : open + ",\"decision\":\"" + decision
                        + "\",\"decidedAt\":\"2026-01-01T00:00:01Z\",\"decidedBy\":\"another\"}";
    }

    private static String vote() {
        return "{\"voter\":\"another\",\"approves\":true,\"reason\":\"Forged\",\"at\":\"2026-01-01T00:00:01Z\"}";
    }

    private static String hash() {
        return "v1$6az-iA--aH6Nf0bUhNUT8g$33vt_wx0uT076tcdVBgGwe_fIn9yQCuBSv1w9b9ZU-I";
    }
}
