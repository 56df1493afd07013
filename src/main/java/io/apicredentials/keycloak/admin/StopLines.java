package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.keycloak.manage.StopProgress;
import io.apicredentials.keycloak.manage.StopTarget;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Tells a caller how far an emergency stop has come: one JSON object a line, without waiting until it is read. */
final class StopLines implements StopProgress {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final Logger LOG = Logger.getLogger(StopLines.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final String stop;
    private final Consumer<String> lines;
    private int stopped;
    private int withdrawn;
    private int tokensRevoked;
    private int notStopped;

    /** @param lines does not wait for whoever reads them */
    StopLines(String stop, Consumer<String> lines) {
        this.stop = stop;
        this.lines = lines;
    }

    @Override
    public void found(int credentials) {
        send(line("found").put("stop", stop).put("count", credentials));
    }

    @Override
    public void done(List<StopTarget> targets) {
        for (StopTarget target : targets) {
            target.request().ifPresent(last -> {
                withdrawn++;
                send(line("withdrawn", target)
                        .put("request", last.request().id())
                        .put("operation", last.request().operation().word()));
            });
            if (target.isEnabled()) {
                stopped++;
                send(line("stopped", target));
            }
            if (target.hasTokens()) {
                tokensRevoked++;
                send(line("tokens_revoked", target));
            }
        }
    }

    @Override
    public void notDone(StopTarget target, Reason reason) {
        notStopped++;
        send(line("not_stopped", target).put("code", reason.name().toLowerCase(Locale.ROOT)));
    }

    /** The last line: without it, the caller does not know whether all of it was done. */
    void end(boolean isComplete) {
        LOG.warnf(
                "Emergency stop %s ends, and is %s: %d API credentials were disabled, %d requests withdrawn,"
                        + " the tokens of %d others revoked, %d not stopped",
                stop, isComplete ? "complete" : "not complete", stopped, withdrawn, tokensRevoked, notStopped);
        send(line("done")
                .put("stop", stop)
                .put("stopped", stopped)
                .put("withdrawn", withdrawn)
                .put("tokensRevoked", tokensRevoked)
                .put("notStopped", notStopped)
                .put("complete", isComplete));
    }

    private static ObjectNode line(String event, StopTarget target) {
        ObjectNode line = line(event).put("id", target.id()).put("clientId", target.clientId());
        return target.name() == null ? line : line.put("name", target.name());
    }

    private static ObjectNode line(String event) {
        return JsonNodeFactory.instance.objectNode().put("event", event);
    }

    private void send(ObjectNode line) {
        try {
            lines.accept(JSON.writeValueAsString(line));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
