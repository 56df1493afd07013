package io.apicredentials.keycloak.manage;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Disables all credentials that match, and withdraws the requests that would bring one of them into force. Each batch is a
 * transaction of its own, so that what is done stays done; it can be run again, and by several at once.
 */
public final class EmergencyStop {

    private static final Logger LOG = Logger.getLogger(EmergencyStop.class);

    private static final int BATCH = 20;

    /** Each look finds those that were created or enabled since the one before. */
    private static final int MOST_LOOKS = 100;

    /** For how often nothing but what others are changing is found, before it is given up. */
    private static final int MOST_IN_VAIN = 20;

    /** How often in a row nothing can be read, before it is given up: a database takes a while to come back. */
    private static final int MOST_UNREAD = 10;

    /** How often one credential alone cannot be stopped, before it is given up. */
    private static final int MOST_FAILURES = 3;

    /** What was being committed at the first is seen by the second. */
    private static final int LOOKS_AT_NOTHING = 2;

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final StopWork work;
    private final StopOrder order;
    private final StopProgress progress;
    private final Pause pause;
    private final Duration settling;

    /** What the last look has found and is not done yet, in the order of their ids, which is the same for everybody. */
    private final Map<String, StopTarget> left = new TreeMap<>();

    private final Map<String, Integer> failures = new HashMap<>();

    /** Of a clock that is behind, what it has just revoked looks as if it were not. */
    private final Set<String> done = new HashSet<>();

    private boolean isAnythingRead;
    private int looksAtNothing;
    private int inVain;
    private int unread;

    /** Waits until others may have finished what they are doing. */
    @FunctionalInterface
    public interface Pause {

        void pause(Duration duration);
    }

    /**
     * @param context of a request, whose own transaction is not used
     * @param settling for how long nothing more must be found before it is complete: a change that is being made when it
     *     begins is seen when it is committed. It is also what a database gets before it is asked again.
     */
    public EmergencyStop(
            ManageContext context, StopOrder order, StopProgress progress, Pause pause, Duration settling) {
        this(new StopBatch(context, order), order, progress, pause, settling);
    }

    EmergencyStop(StopWork work, StopOrder order, StopProgress progress, Pause pause, Duration settling) {
        this.work = work;
        this.order = order;
        this.progress = progress;
        this.pause = pause;
        this.settling = settling;
    }

    /**
     * Stops them, each with an admin event. The caller has seen to the right to do so.
     *
     * @return whether none was left that matches
     */
    public boolean run() {
        LOG.warnf(
                "Emergency stop %s begins: ordered by user %s, filter '%s', tokens are %s",
                order.id(), order.userId(), order.filter().kind(), order.revokesTokens() ? "revoked" : "left");
        for (int looks = 0; looks < MOST_LOOKS && !isSettled() && !isInVain(); looks++) {
            work.look().ifPresentOrElse(this::stop, this::waitForTheDatabase);
        }
        left.values()
                .forEach(target -> progress.notDone(
                        target,
                        unread > 0 || failures.containsKey(target.id())
                                ? StopProgress.Reason.FAILED
                                : StopProgress.Reason.BUSY));
        return isSettled() && failures.values().stream().allMatch(failed -> failed < MOST_FAILURES);
    }

    private boolean isSettled() {
        return looksAtNothing == LOOKS_AT_NOTHING;
    }

    private boolean isInVain() {
        return inVain >= MOST_IN_VAIN || unread >= MOST_UNREAD;
    }

    private void waitForTheDatabase() {
        looksAtNothing = 0;
        unread++;
        pause.pause(settling);
    }

    private void stop(List<StopTarget> found) {
        unread = 0;
        left.clear();
        found.stream()
                .filter(target -> !isGivenUp(target) && !(target.isForTokensAlone() && done.contains(target.id())))
                .forEach(target -> left.put(target.id(), target));
        if (!isAnythingRead) {
            isAnythingRead = true;
            progress.found(left.size());
        }
        if (left.isEmpty()) {
            looksAtNothing++;
            if (!isSettled()) {
                pause.pause(settling);
            }
            return;
        }
        looksAtNothing = 0;
        if (stopLeft()) {
            inVain = 0;
        } else {
            inVain++;
            pause.pause(PAUSE);
        }
    }

    /** @return whether anything was done */
    private boolean stopLeft() {
        List<StopTarget> targets = List.copyOf(left.values());
        boolean isAnyDone = false;
        for (int first = 0; first < targets.size(); first += BATCH) {
            List<StopTarget> some = targets.subList(first, Math.min(first + BATCH, targets.size()));
            Optional<List<StopTarget>> stopped = work.run(some);
            boolean isSomeDone = stopped.map(this::tell).orElseGet(() -> stopEach(some));
            isAnyDone |= isSomeDone;
            // Where nothing works any more, each of the rest would take the time of a connection that is not to be had.
            if (stopped.isEmpty() && !isSomeDone && work.look().isEmpty()) {
                return isAnyDone;
            }
        }
        return isAnyDone;
    }

    /** One of them cannot be stopped, and the others can. */
    private boolean stopEach(List<StopTarget> targets) {
        boolean isAnyDone = false;
        for (StopTarget target : targets) {
            Optional<List<StopTarget>> stopped = work.run(List.of(target));
            isAnyDone |= stopped.map(this::tell).orElse(false);
            if (stopped.isEmpty()) {
                failures.merge(target.id(), 1, Integer::sum);
                if (isGivenUp(target)) {
                    left.remove(target.id());
                    progress.notDone(target, StopProgress.Reason.FAILED);
                }
            }
        }
        return isAnyDone;
    }

    private boolean isGivenUp(StopTarget target) {
        return failures.getOrDefault(target.id(), 0) >= MOST_FAILURES;
    }

    /** @return whether there is anything to tell */
    private boolean tell(List<StopTarget> targets) {
        targets.forEach(target -> {
            done.add(target.id());
            left.remove(target.id());
            failures.remove(target.id());
        });
        if (!targets.isEmpty()) {
            progress.done(targets);
        }
        return !targets.isEmpty();
    }
}
