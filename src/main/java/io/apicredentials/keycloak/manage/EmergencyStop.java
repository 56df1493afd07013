package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Disables all credentials that match, and withdraws the requests that would bring one of them into force. Each batch is a
 * transaction of its own, so that what is done stays done; it can be run again, and by several at once.
 */
public final class EmergencyStop {

    private static final int BATCH = 20;

    /** Each look finds those that were created or enabled since the one before. */
    private static final int MOST_LOOKS = 50;

    /** For how often nothing but what others are changing is found, before it is given up. */
    private static final int MOST_IN_VAIN = 20;

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final StopBatch batch;
    private final StopOrder order;
    private final StopProgress progress;
    private final Pause pause;
    private final Set<String> failed = new HashSet<>();

    /** Waits until others may have finished what they are doing. */
    @FunctionalInterface
    public interface Pause {

        void pause(Duration duration);
    }

    /** @param context of a request, whose own transaction is not used */
    public EmergencyStop(ManageContext context, StopOrder order, StopProgress progress, Pause pause) {
        this.batch = new StopBatch(context, order);
        this.order = order;
        this.progress = progress;
        this.pause = pause;
    }

    /** What a stop would do something about, by name. */
    public static List<StopTarget> preview(ManageContext context, StopFilter filter) {
        List<StopTarget> targets = new ArrayList<>();
        filter.forEach(
                new CredentialQuery(context.session(), context.realm()),
                credential -> StopTarget.of(credential, context.now()).ifPresent(targets::add));
        return targets;
    }

    /**
     * Stops them, each with an admin event. The caller has seen to the right to do so.
     *
     * @return whether none was left that matches
     */
    public boolean run() {
        List<StopTarget> left = look();
        progress.found(left.size());
        int inVain = 0;
        for (int look = 1; !left.isEmpty() && look < MOST_LOOKS && inVain < MOST_IN_VAIN; look++) {
            if (stop(left)) {
                inVain = 0;
            } else {
                inVain++;
                pause.pause(PAUSE);
            }
            left = look();
        }
        left.forEach(target -> progress.notDone(target, StopProgress.Reason.BUSY));
        return left.isEmpty() && failed.isEmpty();
    }

    /** All but those that have failed, in the order of their ids, which is the same for everybody. */
    private List<StopTarget> look() {
        return batch.in(context -> preview(context, order.filter())).orElse(List.of()).stream()
                .filter(target -> !failed.contains(target.id()))
                .sorted(Comparator.comparing(StopTarget::id))
                .toList();
    }

    /** @return whether anything was done */
    private boolean stop(List<StopTarget> targets) {
        boolean isAnyDone = false;
        for (int first = 0; first < targets.size(); first += BATCH) {
            List<StopTarget> some = targets.subList(first, Math.min(first + BATCH, targets.size()));
            Optional<List<StopTarget>> done = batch.run(some);
            done.ifPresent(this::tell);
            isAnyDone |= done.filter(targetsDone -> !targetsDone.isEmpty()).isPresent();
            if (done.isEmpty()) {
                isAnyDone |= stopEach(some);
            }
        }
        return isAnyDone;
    }

    /** One of them cannot be stopped, and the others can. */
    private boolean stopEach(List<StopTarget> targets) {
        boolean isAnyDone = false;
        for (StopTarget target : targets) {
            Optional<List<StopTarget>> done = batch.run(List.of(target));
            done.ifPresent(this::tell);
            isAnyDone |= done.filter(targetsDone -> !targetsDone.isEmpty()).isPresent();
            if (done.isEmpty()) {
                failed.add(target.id());
                progress.notDone(target, StopProgress.Reason.FAILED);
            }
        }
        return isAnyDone;
    }

    private void tell(List<StopTarget> done) {
        if (!done.isEmpty()) {
            progress.done(done);
        }
    }
}
