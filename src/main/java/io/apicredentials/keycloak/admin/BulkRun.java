package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.admin.BulkLines.Event;
import io.apicredentials.keycloak.admin.BulkLines.Outcome;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Goes through the lines of a request for many credentials, some at a time, and has each answered in its place when it is done. What is
 * read of the request is read by the thread that runs this, and by no other.
 */
final class BulkRun {

    static final int MOST_LINES = 10_000;

    private static final Logger LOG = Logger.getLogger(BulkRun.class);

    /** Of a line whose thread has ended with an error, such as that there is no memory left. */
    private static final Result BROKEN =
            new Result.Done(new Outcome(Event.FAILED, Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(), null));

    private final RequestLines request;
    private final Work work;
    private final Executor workers;
    private final LinesInWork inWork;
    private int asked;
    private int next = 1;

    /** Does what a line says. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it. Several threads do so at the same time.
         *
         * @return what became of it, and is committed; or why this line and those after it are not looked at
         */
        Result run(RequestLines.Line line);
    }

    /** What a line of the request comes to. */
    sealed interface Result {

        /** It was looked at. */
        record Done(Outcome outcome) implements Result {}

        /**
         * Neither it nor any after it can be.
         *
         * @param reason one word
         * @param alone what is answered in its place where one after it was done all the same, at the same time
         */
        record Over(String reason, Outcome alone) implements Result {}
    }

    /**
     * @param workers does the work, on as many threads as there may be lines in work
     * @param inWork answers, in the order of the lines
     */
    BulkRun(RequestLines request, Work work, Executor workers, LinesInWork inWork) {
        this.request = request;
        this.work = work;
        this.workers = workers;
        this.inWork = inWork;
    }

    /** Goes through all of them, until somebody leaves. */
    void run() {
        if (inWork.begin() && inWork.say(rest())) {
            return;
        }
        LOG.infof(
                "Bulk %s ends before line %d, since its caller has left: the audit records with the detail 'bulk' say what"
                        + " was created",
                inWork.id(), next);
    }

    /** @return the last line, which nobody may be there to read */
    private String rest() {
        try {
            for (Optional<RequestLines.Line> line = request.next(); line.isPresent(); line = request.next()) {
                Optional<String> end = begin(line.get());
                if (end.isPresent()) {
                    return end.get();
                }
            }
            return inWork.end();
        } catch (RequestLines.TimeUpException late) {
            return inWork.end("too_long", next);
        } catch (IOException broken) {
            LOG.debugf(broken, "Bulk %s: the request cannot be read to its end", inWork.id());
            return inWork.end("unreadable", next);
        }
    }

    /** @return the last line, where this one and those after it are not to be looked at */
    private Optional<String> begin(RequestLines.Line line) {
        next = line.number();
        Optional<String> end = asked == MOST_LINES
                ? Optional.of(inWork.end("too_many", line.number()))
                : inWork.awaitRoom(line.number());
        if (end.isEmpty()) {
            LinesInWork.Place place = inWork.add(line.number());
            begin(line, place);
            asked++;
            next = line.number() + 1;
        }
        return end;
    }

    private void begin(RequestLines.Line line, LinesInWork.Place place) {
        boolean isBegun = false;
        try {
            workers.execute(() -> run(line, place));
            isBegun = true;
        } finally {
            if (!isBegun) {
                inWork.done(place, BROKEN);
            }
        }
    }

    private void run(RequestLines.Line line, LinesInWork.Place place) {
        Result result = BROKEN;
        try {
            result = work.run(line);
        } finally {
            inWork.done(place, result);
        }
    }
}
