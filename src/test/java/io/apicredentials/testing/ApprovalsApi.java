package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The requests for approval of one realm, as somebody. */
public final class ApprovalsApi {

    private static final String REASON = "As discussed in the meeting";

    private final AdminClient client;

    /** @param realm Keycloak's admin REST API of the realm */
    public ApprovalsApi(AdminClient realm) {
        client = realm.below("api-credentials/approvals");
    }

    public Answer open() {
        return client.get("?status=open");
    }

    public Answer decided() {
        return client.get("?status=decided");
    }

    public Answer get(String id) {
        return client.get(id);
    }

    /** Votes for what is asked for at present. */
    public Answer approve(String id) {
        return decide(id, "approve");
    }

    /** Votes against it. */
    public Answer reject(String id) {
        return decide(id, "reject");
    }

    /**
     * Votes for what was asked for, whatever there is by now.
     *
     * @param asked the credential, as the answer to the request has it
     */
    public Answer approveAsAsked(JsonNode asked) {
        JsonNode pending = asked.path("pending");
        return decide(
                pending.path("id").asText(),
                vote("approve", REASON, pending.path("digest").asText()));
    }

    private Answer decide(String id, String decision) {
        String digest = get(id).expect(200).json().path("digest").asText();
        return decide(id, vote(decision, REASON, digest));
    }

    /** A vote with a body that may be wrong. */
    public Answer decide(String id, JsonNode vote) {
        return client.post(id + "/decision", vote);
    }

    /** The body of a vote. */
    public static JsonNode vote(String decision, String reason, String digest) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("decision", decision)
                .put("reason", reason)
                .put("digest", digest);
    }

    public Answer withdraw(String id) {
        return client.delete(id);
    }
}
