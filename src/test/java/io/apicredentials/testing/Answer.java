package io.apicredentials.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An HTTP response as it came, whatever its status.
 *
 * @param body empty when there was none
 */
public record Answer(int status, Fields headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON. */
    public JsonNode json() {
        return parse(body);
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** The answer itself, for a step of which a test needs nothing but its success. */
    public Answer expect(int expectedStatus) {
        if (status != expectedStatus) {
            throw new AssertionError("expected HTTP " + expectedStatus + ", got " + status + ": " + body);
        }
        return this;
    }

    /** The access token of a token response. */
    public String accessToken() {
        return expect(200).json().path("access_token").asText();
    }

    /** The claims of the access token of a token response; the signature is not checked. */
    public JsonNode claims() {
        return partOfToken(1);
    }

    /** The id of the key that has signed the access token. */
    public String keyId() {
        return partOfToken(0).required("kid").asText();
    }

    private JsonNode partOfToken(int index) {
        return parse(new String(
                Base64.getUrlDecoder().decode(accessToken().split("\\.", -1)[index]), StandardCharsets.UTF_8));
    }

    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + text, notJson);
        }
    }
}
