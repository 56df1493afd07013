package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines that a bulk is answered with, and what they come to. */
final class BulkLines {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final JsonMapper JSON = new JsonMapper();

    private final String id;
    private final boolean isDryRun;
    private final Map<Event, Integer> counts = new EnumMap<>(Event.class);

    /** What became of a line of the request. */
    enum Event {
        CREATED,
        /** The credential is there, and has no secret before others have approved it. */
        WAITING,
        /** A dry run has found nothing wrong. */
        VALID,
        REFUSED,
        /** It is not the line that is at fault. */
        FAILED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What became of one.
     *
     * @param status that of the answer to the creation of this credential alone
     * @param entity what that answer says; null where a dry run would have made it
     */
    record Outcome(Event event, int status, @Nullable Object entity) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Outcome[" + event + ", " + status + "]";
        }
    }

    /** @param id by which its records are found */
    BulkLines(String id, boolean isDryRun) {
        this.id = id;
        this.isDryRun = isDryRun;
    }

    String id() {
        return id;
    }

    /** The first one. */
    String begin() {
        return line("begun").put("bulk", id).put("dryRun", isDryRun).toString();
    }

    /** The one about a line of the request. */
    String of(int number, Outcome outcome) {
        ObjectNode line = line(outcome.event.word()).put("line", number).put("status", outcome.status);
        if (outcome.entity != null) {
            say(line, outcome.event, JSON.valueToTree(outcome.entity));
        }
        String text = line.toString();
        counts.merge(outcome.event, 1, Integer::sum);
        return text;
    }

    private static void say(ObjectNode line, Event event, JsonNode said) {
        if (event == Event.CREATED || event == Event.WAITING) {
            line.set("credential", said);
        } else if (said instanceof ObjectNode fields) {
            line.setAll(fields);
        } else {
            // Others have providers too, which may answer with anything.
            line.set("error", said);
        }
    }

    /** The last one, when all lines of the request have been read. */
    String end() {
        return done(true).toString();
    }

    /**
     * The last one, when some have not been looked at.
     *
     * @param reason one word
     * @param next the number of the first that was not looked at
     */
    String end(String reason, int next) {
        return done(false).put("reason", reason).put("next", next).toString();
    }

    private ObjectNode done(boolean isComplete) {
        ObjectNode line = line("done").put("bulk", id);
        for (Event event : Event.values()) {
            line.put(event.word(), counts.getOrDefault(event, 0));
        }
        return line.put("complete", isComplete);
    }

    private static ObjectNode line(String event) {
        return JsonNodeFactory.instance.objectNode().put("event", event);
    }
}
