package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.time.Span;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for, as JSON, and what it starts from: both are in the digest that others approve.
 *
 * @param proposed what the subject is to become
 */
public record ProposedChange(Operation operation, JsonNode proposed) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PERMISSION_SET = "permissionSet";
    private static final String REVOKE_TOKENS = "revokeTokens";
    private static final String OVERLAP = "overlap";

    /** What was asked for. */
    public static ProposedChange of(LastRequest last) {
        return new ProposedChange(last.request().operation(), json(last.proposed()));
    }

    /** What was there when it was asked for. */
    public static JsonNode baseOf(LastRequest last) {
        return json(last.base());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A new credential. */
    public static ProposedChange create(
            String permissionSet, CredentialContent content, Optional<DeliveryTerms> terms) {
        ObjectNode proposed = content(content).put(PERMISSION_SET, permissionSet);
        return new ProposedChange(Operation.CREATE, with(proposed, terms));
    }

    /** Another content. */
    public static ProposedChange update(CredentialContent content) {
        return new ProposedChange(Operation.UPDATE, content(content));
    }

    /** That it can be used again. */
    public static ProposedChange enable() {
        return new ProposedChange(Operation.ENABLE, object().put("enabled", true));
    }

    /** That it is gone. */
    public static ProposedChange delete(boolean revokeTokens) {
        return new ProposedChange(Operation.DELETE, object().put(REVOKE_TOKENS, revokeTokens));
    }

    /** Another secret. */
    public static ProposedChange rotate(Duration overlap, Optional<DeliveryTerms> terms) {
        return new ProposedChange(Operation.ROTATE, with(object().put(OVERLAP, Span.format(overlap)), terms));
    }

    /**
     * Other settings.
     *
     * @param settings all of them, as they are to be
     */
    public static ProposedChange settings(ObjectNode settings) {
        return new ProposedChange(Operation.SETTINGS, settings);
    }

    /** The digest of it, from what it starts from. */
    public ContentDigest digest(ChangeBase base) {
        return ContentDigest.of(operation, base.subject(), map(proposed), map(base.state()));
    }

    /** The content that a credential is to have, to be judged anew. */
    public CredentialContent.Draft content(Problems problems) {
        return ContentRepresentation.read(new RequestFields(proposed, "", problems));
    }

    /** Whether the tokens of a credential are to end with it. */
    public boolean revokesTokens() {
        return proposed.path(REVOKE_TOKENS).asBoolean();
    }

    /** For how long the secret before is to go on being accepted. */
    public Duration overlap() {
        return Optional.ofNullable(proposed.path(OVERLAP).textValue())
                .map(Duration::parse)
                .orElse(Duration.ZERO);
    }

    /** How the secret is to be handed over; empty to be shown to who asked for it. */
    public Optional<DeliveryTerms> delivery() {
        return DeliveryFields.read(new RequestFields(proposed, "", new Problems(proposed)), problem -> {});
    }

    /** The same as it is kept. */
    public String text() {
        return proposed.toString();
    }

    private static ObjectNode content(CredentialContent content) {
        return JSON.valueToTree(ContentRepresentation.of(content));
    }

    private static ObjectNode with(ObjectNode proposed, Optional<DeliveryTerms> terms) {
        terms.ifPresent(wanted -> DeliveryFields.write(wanted, proposed));
        return proposed;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Map<String, ?> map(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<Map<String, Object>>() {});
    }
}
