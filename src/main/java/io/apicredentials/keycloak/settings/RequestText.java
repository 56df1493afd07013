package io.apicredentials.keycloak.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.Decision;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.approval.RequestStatus;
import io.apicredentials.approval.Vote;
import io.apicredentials.time.StoredInstant;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last request for approval as JSON, in an attribute of the client or the realm that it is about. */
public final class RequestText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final String DECISION = "decision";

    private RequestText() {}

    /** Null where there is nothing to say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Stored(
            String id,
            String operation,
            String digest,
            String requestedBy,
            @Nullable String reason,
            String requestedAt,
            String expiresAt,
            int required,
            List<StoredVote> votes,
            JsonNode base,
            JsonNode proposed,
            @Nullable String decision,
            @Nullable String decidedAt,
            @Nullable String decidedBy,
            @Nullable String pickedUpAt) {

        private Stored {
            require(id, operation, digest, requestedBy, requestedAt, expiresAt, votes, base, proposed);
            require(votes.toArray());
            if (!base.isObject() || !proposed.isObject() || (decision == null) != (decidedAt == null)) {
                throw new IllegalArgumentException("not a request");
            }
        }
    }

    private record StoredVote(String voter, boolean approves, String reason, String at) {

        private StoredVote {
            require(voter, reason, at);
        }
    }

    /** Jackson takes what is missing for null, and tells an exception in a constructor as one of its own. */
    private static void require(@Nullable Object... values) {
        if (Stream.of(values).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("incomplete");
        }
    }

    /**
     * Whether a text says that its request was decided. Then it is not open, whether the rest can be read or not; to find
     * that out costs a fraction of reading it.
     */
    public static boolean saysDecided(String json) {
        // Only a word that is there, or is written with escapes, can be the name of the field.
        if (!json.contains(DECISION) && json.indexOf('\\') < 0) {
            return false;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isDecision = DECISION.equals(parser.currentName());
                if (parser.nextToken() == JsonToken.VALUE_STRING && isDecision) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        } catch (IOException malformed) {
            return false;
        }
    }

    /** Reads a request; empty if anything of it is missing or wrong. */
    public static Optional<LastRequest> parse(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Stored.class)).map(RequestText::read);
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static LastRequest read(Stored stored) {
        Operation operation = Operation.find(stored.operation).orElseThrow(IllegalArgumentException::new);
        // What has no digest could not be judged, nor be answered.
        ContentDigest.of(operation, stored.id, map(stored.proposed), map(stored.base));
        List<Vote> votes = stored.votes.stream()
                .map(vote -> new Vote(vote.voter, vote.approves, vote.reason, instant(vote.at)))
                .toList();
        ApprovalRequest request = new ApprovalRequest(
                stored.id,
                operation,
                new ContentDigest(stored.digest),
                stored.requestedBy,
                Optional.ofNullable(stored.reason),
                instant(stored.requestedAt),
                instant(stored.expiresAt),
                stored.required,
                votes);
        Optional<Decision> decision = Optional.ofNullable(stored.decision)
                .map(word -> new Decision(
                        RequestStatus.find(word).orElseThrow(IllegalArgumentException::new),
                        instant(Objects.requireNonNull(stored.decidedAt)),
                        Optional.ofNullable(stored.decidedBy)));
        return new LastRequest(
                request,
                stored.base.toString(),
                stored.proposed.toString(),
                decision,
                Optional.ofNullable(stored.pickedUpAt).map(RequestText::instant));
    }

    private static Map<String, Object> map(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<>() {});
    }

    private static Instant instant(String text) {
        return StoredInstant.parse(text).orElseThrow(IllegalArgumentException::new);
    }

    /** Writes a request. */
    public static String format(LastRequest last) {
        ApprovalRequest request = last.request();
        try {
            return JSON.writeValueAsString(new Stored(
                    request.id(),
                    request.operation().word(),
                    request.digest().text(),
                    request.requestedBy(),
                    request.reason().orElse(null),
                    request.requestedAt().toString(),
                    request.expiresAt().toString(),
                    request.required(),
                    request.votes().stream()
                            .map(vote -> new StoredVote(
                                    vote.voter(),
                                    vote.approves(),
                                    vote.reason(),
                                    vote.at().toString()))
                            .toList(),
                    JSON.readTree(last.base()),
                    JSON.readTree(last.proposed()),
                    last.decision().map(made -> made.status().word()).orElse(null),
                    last.decision().map(made -> made.at().toString()).orElse(null),
                    last.decision().flatMap(Decision::by).orElse(null),
                    last.pickedUpAt().map(Instant::toString).orElse(null)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
