package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.digest.CanonicalJson;
import io.apicredentials.digest.WholeText;
import io.apicredentials.keycloak.client.StoredCredential;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What records of changes say, as canonical JSON. There is no room for a secret, a hash or the token of a link. */
public final class AuditedJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AuditedJson() {}

    /** What a credential is at an instant, as far as a change can make it something else. */
    public static String of(StoredCredential stored, Instant at) {
        ObjectNode state = JSON.valueToTree(stored.content()
                .map(ContentRepresentation::of)
                .orElseGet(() -> ContentRepresentation.unreadable(stored)));
        state.put("clientId", stored.clientId());
        state.put("enabled", stored.enabled());
        stored.permissionSet().ifPresent(set -> state.put("permissionSet", set));
        if (stored.notBefore() > 0) {
            state.put(
                    "tokensRevokedUntil",
                    Instant.ofEpochSecond(stored.notBefore()).toString());
        }
        stored.secrets()
                .ifPresent(secrets -> state.set(
                        "secrets",
                        JSON.valueToTree(secrets.list().stream()
                                .map(secret -> SecretRepresentation.of(secret, stored.createdAt()))
                                .toList())));
        DeliveryRepresentation.of(stored.delivery(), at)
                .ifPresent(delivery -> state.set("delivery", JSON.valueToTree(delivery)));
        stored.approval().last().ifPresent(last -> state.set("request", request(last)));
        return of(state);
    }

    private static ObjectNode request(LastRequest last) {
        return JSON.createObjectNode()
                .put("id", last.request().id())
                .put("operation", last.request().operation().word())
                .put("status", last.noted().word());
    }

    /** What somebody asks for, beside other details. */
    public static String of(Map<String, String> details, LastRequest asked) {
        ObjectNode all = JSON.valueToTree(details);
        try {
            all.set("proposed", JSON.readTree(asked.proposed()));
        } catch (JsonProcessingException unreadable) {
            all.put("proposed", asked.proposed());
        }
        return of(all);
    }

    /** Details. */
    public static String of(Map<String, String> details) {
        return CanonicalJson.of(details);
    }

    /** Anything that can be written as JSON. */
    public static String ofValue(Object value) {
        JsonNode json = JSON.valueToTree(value);
        return of(json);
    }

    /** Some JSON; numbers that are not whole are texts. */
    public static String of(JsonNode json) {
        return CanonicalJson.of(value(json));
    }

    private static Object value(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> object = new LinkedHashMap<>();
            json.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    object.put(WholeText.of(field.getKey()), value(field.getValue()));
                }
            });
            return object;
        }
        if (json.isArray()) {
            return StreamSupport.stream(json.spliterator(), false)
                    .map(AuditedJson::value)
                    .toList();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isInt() ? json.intValue() : WholeText.of(json.asText());
    }
}
