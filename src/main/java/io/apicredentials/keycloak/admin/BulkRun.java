package io.apicredentials.keycloak.admin;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Goes through the lines of a request for many credentials, and answers each when it is done. */
final class BulkRun {

    static final int MOST_LINES = 10_000;

    /** What is wrong with the server is wrong for the next line too, and takes its time. */
    static final int MOST_FAILURES = 3;

    private static final Logger LOG = Logger.getLogger(BulkRun.class);

    private final RequestLines request;
    private final Work work;
    private final BulkLines lines;
    private final Predicate<String> answer;
    private int asked;
    private int failures;
    private int next = 1;

    /** Does what a line says. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it.
         *
         * @return what became of it, and is committed; or why this line and those after it are not looked at, one word
         */
        Result run(RequestLines.Line line);
    }

    /** What a line of the request comes to. */
    sealed interface Result {

        /** It was looked at. */
        record Done(BulkLines.Outcome outcome) implements Result {}

        /**
         * Neither it nor any after it can be.
         *
         * @param reason one word
         */
        record Over(String reason) implements Result {}
    }

    /** @param answer sends a line; false when there is nobody who reads it */
    BulkRun(RequestLines request, Work work, BulkLines lines, Predicate<String> answer) {
        this.request = request;
        this.work = work;
        this.lines = lines;
        this.answer = answer;
    }

    /** Goes through all of them, until somebody leaves. */
    void run() {
        if (answer.test(lines.begin()) && answer.test(rest())) {
            return;
        }
        LOG.infof(
                "Bulk %s ends before line %d, since its caller has left: the audit records with the detail 'bulk' say what"
                        + " was created",
                lines.id(), next);
    }

    /** @return the last line, which nobody may be there to read */
    private String rest() {
        try {
            for (Optional<RequestLines.Line> line = request.next(); line.isPresent(); line = request.next()) {
                next = line.get().number();
                Optional<String> obstacle = obstacle(line.get());
                if (obstacle.isPresent()) {
                    return lines.end(obstacle.get(), next);
                }
            }
            return lines.end();
        } catch (IOException broken) {
            LOG.debugf(broken, "Bulk %s: the request cannot be read to its end", lines.id());
            return lines.end("unreadable", next);
        }
    }

    /** What keeps this line and those after it from being looked at. */
    private Optional<String> obstacle(RequestLines.Line line) {
        if (failures >= MOST_FAILURES) {
            return Optional.of("failing");
        }
        if (asked == MOST_LINES) {
            return Optional.of("too_many");
        }
        Result result = work.run(line);
        if (result instanceof Result.Over over) {
            return Optional.of(over.reason());
        }
        asked++;
        BulkLines.Outcome outcome = ((Result.Done) result).outcome();
        failures = outcome.event() == BulkLines.Event.FAILED ? failures + 1 : 0;
        next = line.number() + 1;
        // Whoever has left reads no reason either.
        return answer.test(lines.of(line.number(), outcome)) ? Optional.empty() : Optional.of("unread");
    }
}
