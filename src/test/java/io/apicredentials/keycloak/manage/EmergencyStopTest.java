package io.apicredentials.keycloak.manage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an emergency stop makes of a database that fails, and of what others do meanwhile. */
class EmergencyStopTest {

    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final Credentials credentials = new Credentials();
    private final Told told = new Told();

    @Test
    void isCompleteWhenASecondLookSomeSecondsLaterFindsNothingEither() {
        credentials.enabled("a");

        assertThat(stop()).isTrue();

        assertThat(told.lines).containsExactly("found 1", "done a");
        assertThat(credentials.pauses).containsExactly(SETTLING);
        assertThat(credentials.looks).isEqualTo(3);
    }

    @Test
    void stopsWhatWasBeingCommittedAtItsFirstLook() {
        credentials.duringPause(1, () -> credentials.enabled("late"));

        assertThat(stop()).isTrue();

        assertThat(told.lines).containsExactly("found 0", "done late");
        assertThat(credentials.pauses).containsExactly(SETTLING, SETTLING);
    }

    @Test
    void looksAgainWhenTheDatabaseCannotBeReadOnce() {
        credentials.enabled("a");
        credentials.unreadable = 1;

        assertThat(stop()).isTrue();

        assertThat(told.lines).containsExactly("found 1", "done a");
    }

    @Test
    void endsIncompleteWhenTheDatabaseCannotBeReadAtAll() {
        credentials.unreadable = Integer.MAX_VALUE;

        assertThat(stop()).isFalse();

        assertThat(told.lines).isEmpty();
        assertThat(credentials.looks).isEqualTo(10);
    }

    /** Two looks that find nothing say nothing when there was none between them that could be made. */
    @Test
    void whatCannotBeReadIsNotNothing() {
        credentials.duringPause(1, () -> credentials.unreadable = 1);

        assertThat(stop()).isTrue();

        assertThat(credentials.looks).isEqualTo(4);
    }

    @Test
    void triesAgainWhatFailedOnce() {
        credentials.enabled("a", "b");
        // The batch, and then the one by itself.
        credentials.failing.putAll(Map.of("a", 2));

        assertThat(stop()).isTrue();

        assertThat(told.lines).containsExactly("found 2", "done b", "done a");
    }

    @Test
    void namesWhatFailsAlwaysAndStopsTheOthers() {
        credentials.enabled("a", "b", "c");
        credentials.failing.put("b", Integer.MAX_VALUE);

        assertThat(stop()).isFalse();

        assertThat(told.lines).containsExactly("found 3", "done a", "done c", "failed b");
    }

    /** Else a database that is gone would be asked once more for each of very many. */
    @Test
    void triesNoMoreOfThemWhileNothingCanBeRead() {
        IntStream.range(0, 100).forEach(number -> credentials.enabled("c%02d".formatted(number)));
        credentials.enabled.keySet().forEach(id -> credentials.failing.put(id, 2));
        credentials.afterLook(1, () -> credentials.unreadable = 2);

        assertThat(stop()).isTrue();

        assertThat(told.lines.get(0)).isEqualTo("found 100");
        assertThat(told.lines).hasSize(101).noneMatch(line -> line.startsWith("failed"));
    }

    @Test
    void namesWhatOthersAreChangingAllTheTime() {
        credentials.enabled("a", "b");
        credentials.busy.add("a");

        assertThat(stop()).isFalse();

        assertThat(told.lines).containsExactly("found 2", "done b", "busy a");
    }

    /** Of a clock that is behind, every revocation looks as if it were older than the last change. */
    @Test
    void endsTheTokensOfOneOnce() {
        credentials.tokens.add("a");

        assertThat(stop()).isTrue();

        assertThat(told.lines).containsExactly("found 1", "done a");
    }

    private boolean stop() {
        StopOrder order = new StopOrder("stop", "user", "Because", StopFilter.all(), true);
        return new EmergencyStop(credentials, order, told, credentials::pause, SETTLING).run();
    }

    private static final class Told implements StopProgress {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void found(int number) {
            lines.add("found " + number);
        }

        @Override
        public void done(List<StopTarget> targets) {
            targets.forEach(target -> lines.add("done " + target.id()));
        }

        @Override
        public void notDone(StopTarget target, Reason reason) {
            lines.add(reason.name().toLowerCase(Locale.ROOT) + " " + target.id());
        }
    }

    private static final class Credentials implements StopWork {

        private final Map<String, StopTarget> enabled = new TreeMap<>();
        private final Map<String, Integer> failing = new TreeMap<>();
        private final Set<String> busy = new HashSet<>();
        private final Set<String> tokens = new HashSet<>();
        private final Map<Integer, Runnable> duringPause = new TreeMap<>();
        private final Map<Integer, Runnable> afterLook = new TreeMap<>();
        private final List<Duration> pauses = new ArrayList<>();
        private int looks;
        private int unreadable;

        void enabled(String... ids) {
            Set.of(ids).forEach(id -> enabled.put(id, target(id, true)));
        }

        void duringPause(int number, Runnable work) {
            duringPause.put(number, work);
        }

        void afterLook(int number, Runnable work) {
            afterLook.put(number, work);
        }

        void pause(Duration duration) {
            pauses.add(duration);
            duringPause.getOrDefault(pauses.size(), () -> {}).run();
        }

        @Override
        public Optional<List<StopTarget>> look() {
            looks++;
            if (unreadable > 0) {
                unreadable--;
                return Optional.empty();
            }
            List<StopTarget> found = new ArrayList<>(enabled.values());
            tokens.forEach(id -> found.add(target(id, false)));
            afterLook.getOrDefault(looks, () -> {}).run();
            return Optional.of(found);
        }

        @Override
        public Optional<List<StopTarget>> run(List<StopTarget> targets) {
            for (StopTarget target : targets) {
                if (failing.merge(target.id(), -1, Integer::sum) >= 0) {
                    return Optional.empty();
                }
            }
            List<StopTarget> done = targets.stream()
                    .filter(target -> !busy.contains(target.id()))
                    .toList();
            done.forEach(target -> enabled.remove(target.id()));
            return Optional.of(done);
        }

        private static StopTarget target(String id, boolean isEnabled) {
            return new StopTarget(id, "apicred-" + id, null, isEnabled, !isEnabled, Optional.empty());
        }
    }
}
