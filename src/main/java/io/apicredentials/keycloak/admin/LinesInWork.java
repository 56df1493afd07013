package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.admin.BulkLines.Event;
import io.apicredentials.keycloak.admin.BulkLines.Outcome;
import io.apicredentials.keycloak.admin.BulkRun.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a bulk that are in work, in their order. Each is answered by the thread that has done it, or, where one before it is not done
 * yet, by the one that does that. While the reader does not take an answer, all of them wait, so that few secrets are made that nobody gets.
 */
final class LinesInWork {

    /** What is wrong with the server is wrong for the next line too, and takes its time. */
    static final int MOST_FAILURES = 3;

    private final int most;
    private final BulkLines lines;
    private final Predicate<String> reader;
    private final Deque<Place> places = new ArrayDeque<>();
    private int unfinished;
    private int failures;
    private boolean isHeard = true;

    /** That of one line, until it is answered. */
    static final class Place {

        private final int number;
        private @Nullable Result result;

        private Place(int number) {
            this.number = number;
        }

        private boolean isDone() {
            return result instanceof Result.Done;
        }
    }

    /**
     * @param most at a time
     * @param reader is sent a line, and may take its time; false when there is nobody who reads it
     */
    LinesInWork(int most, BulkLines lines, Predicate<String> reader) {
        this.most = most;
        this.lines = lines;
        this.reader = reader;
    }

    String id() {
        return lines.id();
    }

    /** Says that the bulk has begun; false when nobody hears it. */
    boolean begin() {
        return say(lines.begin());
    }

    /** Says something; false when nobody hears it, or has heard what was said before. */
    synchronized boolean say(String line) {
        isHeard = isHeard && reader.test(line);
        return isHeard;
    }

    /**
     * Waits until another line can be begun.
     *
     * @param number that of the line
     * @return the last line of the answer, when neither it nor those after it are to be looked at
     */
    synchronized Optional<String> awaitRoom(int number) {
        await(() -> isLast() ? unfinished == 0 : places.size() < most);
        Optional<String> over = over();
        if (over.isPresent()) {
            return over;
        }
        if (!isHeard) {
            // A caller that has left reads no reason either.
            return Optional.of(lines.end("unread", number));
        }
        return failures < MOST_FAILURES ? Optional.empty() : Optional.of(lines.end("failing", number));
    }

    /** One that is begun. */
    synchronized Place add(int number) {
        Place place = new Place(number);
        places.add(place);
        unfinished++;
        return place;
    }

    /** One that is done. */
    synchronized void done(Place place, Result result) {
        place.result = result;
        unfinished--;
        boolean isTold = false;
        try {
            for (Optional<Outcome> first = first(); first.isPresent(); first = first()) {
                answer(places.remove().number, first.get());
            }
            isTold = true;
        } finally {
            // After an answer that could not be made, nothing may look like all of them.
            isHeard = isHeard && isTold;
            notifyAll();
        }
    }

    /** The last line of the answer, when all of the request was read; it waits for those that are in work. */
    synchronized String end() {
        await(() -> unfinished == 0);
        return over().orElseGet(lines::end);
    }

    /**
     * The same when some of it was not.
     *
     * @param reason one word
     * @param next the number of the first line that was not looked at
     */
    synchronized String end(String reason, int next) {
        await(() -> unfinished == 0);
        return over().orElseGet(() -> lines.end(reason, next));
    }

    /** Whether there may be something that keeps the next line from being looked at, once those in work are done. */
    private boolean isLast() {
        return !isHeard
                || failures >= MOST_FAILURES
                || places.stream().anyMatch(place -> place.result instanceof Result.Over);
    }

    /** What the first is answered with, if that can be said. */
    private Optional<Outcome> first() {
        Place first = places.peek();
        if (first == null || first.result == null) {
            return Optional.empty();
        }
        if (first.result instanceof Result.Done done) {
            return Optional.of(done.outcome());
        }
        // Where one after it is done it was looked at, as far as the caller can see: from there on it must not be sent
        // again.
        boolean isPassed = places.stream().anyMatch(Place::isDone);
        return isPassed ? Optional.of(((Result.Over) first.result).alone()) : Optional.empty();
    }

    private void answer(int number, Outcome outcome) {
        failures = outcome.event() == Event.FAILED ? failures + 1 : 0;
        say(lines.of(number, outcome));
    }

    /** When nothing is in work: those that were found to be over are the last, and count as if they had not been looked at. */
    private Optional<String> over() {
        Place first = places.peek();
        return first != null && first.result instanceof Result.Over over
                ? Optional.of(lines.end(over.reason(), first.number))
                : Optional.empty();
    }

    /** What interrupts it is the end of the server. */
    private void await(BooleanSupplier isSo) {
        try {
            while (!isSo.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException ending) {
            isHeard = false;
            Thread.currentThread().interrupt();
        }
    }
}
