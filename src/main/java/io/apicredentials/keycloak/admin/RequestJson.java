package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.services.ErrorResponseException;

/** Reads the body of a request as one JSON object or list, strictly. */
final class RequestJson {

    static final int MAX_BYTES = 64 * 1024;

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static final ObjectReader READER = JsonMapper.builder(
                    // Nothing but UTF-8 is read, whatever the bytes look like.
                    JsonFactory.builder()
                            .disable(JsonFactory.Feature.CHARSET_DETECTION)
                            .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private RequestJson() {}

    /** @throws ErrorResponseException with status 400 if it is not one JSON object of at most 64 KiB */
    static JsonNode read(InputStream body) {
        JsonNode json = readAny(body);
        if (json.isObject()) {
            return json;
        }
        throw refusal(Problem.of("", RequestProblem.BODY_NOT_OBJECT));
    }

    /** The same for a request of which every field may be left out, and so all of them: no body is no field. */
    static JsonNode readOptional(InputStream body) {
        byte[] bytes = bytes(body);
        return bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : read(new ByteArrayInputStream(bytes));
    }

    /** @throws ErrorResponseException with status 400 if it is not one JSON list of at most 64 KiB */
    static JsonNode readList(InputStream body) {
        JsonNode json = readAny(body);
        if (json.isArray()) {
            return json;
        }
        throw refusal(Problem.of("", RequestProblem.BODY_NOT_LIST));
    }

    private static JsonNode readAny(InputStream body) {
        byte[] bytes = bytes(body);
        if (bytes.length > MAX_BYTES) {
            throw refusal(Problem.of("", RequestProblem.BODY_TOO_LARGE));
        }
        int start = startsWithBom(bytes) ? BOM.length : 0;
        if (bytes.length == start) {
            throw refusal(Problem.of("", RequestProblem.BODY_MISSING));
        }
        try {
            return READER.readValue(utf8(bytes), start, bytes.length - start);
        } catch (JsonProcessingException malformed) {
            throw describe(malformed);
        } catch (IOException notUtf8) {
            throw refusal(Problem.of("", RequestProblem.BODY_NOT_UTF8));
        }
    }

    /** RFC 8259 8.1: a byte order mark is not to be sent, and may be ignored. Some editors save every file with one. */
    private static boolean startsWithBom(byte[] bytes) {
        return bytes.length >= BOM.length && Arrays.equals(bytes, 0, BOM.length, BOM, 0, BOM.length);
    }

    /**
     * The same bytes, if they are UTF-8 without longer forms of a character, which Jackson would read. It is given bytes and
     * no text, since in the escapes of a text it takes U+0661 for an {@code a}, by the last eight bits.
     */
    private static byte[] utf8(byte[] bytes) throws CharacterCodingException {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        return bytes;
    }

    private static byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(MAX_BYTES + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** In our own words: what Jackson says names classes and repeats the source. */
    private static ErrorResponseException describe(JsonProcessingException malformed) {
        String original = Optional.ofNullable(malformed.getOriginalMessage()).orElse("");
        if (original.startsWith("Duplicate field ") && malformed.getProcessor() instanceof JsonParser parser) {
            return refusal(Problem.of(place(parser.getParsingContext()), RequestProblem.DUPLICATE_FIELD));
        }
        JsonLocation location = Objects.requireNonNullElse(malformed.getLocation(), JsonLocation.NA);
        // Nearly every one of them says where.
        int line = Math.max(1, location.getLineNr());
        int column = Math.max(1, location.getColumnNr());
        return refusal(Problem.of("", RequestProblem.BODY_NOT_JSON, line, column));
    }

    /** Where the parser stands, written as in all problems: {@code permissions[0].type}. */
    private static String place(JsonStreamContext innermost) {
        Deque<JsonStreamContext> path = new ArrayDeque<>();
        for (JsonStreamContext context = innermost; !context.inRoot(); context = context.getParent()) {
            path.push(context);
        }
        StringBuilder place = new StringBuilder();
        for (JsonStreamContext context : path) {
            if (context.inArray()) {
                place.append('[').append(context.getCurrentIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(context.getCurrentName());
            }
        }
        return place.toString();
    }

    private static ErrorResponseException refusal(Problem problem) {
        return Refusal.badRequest(problem);
    }
}
