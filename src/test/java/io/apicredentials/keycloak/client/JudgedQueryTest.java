package io.apicredentials.keycloak.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JudgedQueryTest {

    private static final CredentialJudge ENABLED = CredentialJudge.of(StoredCredential::enabled);

    @Test
    void findsEveryPageHoweverFarDownItIs() {
        Listed listed = new Listed(number -> number % 7 == 0, 30_000);
        List<String> all = listed.inOrder()
                .filter(StoredCredential::enabled)
                .map(StoredCredential::id)
                .toList();

        for (int first : List.of(0, 1, 13, 14, 60, 900, 3_600, 4_280)) {
            for (int max : List.of(1, 20, 100)) {
                assertThat(new JudgedQuery(listed, ENABLED).page(first, max))
                        .isEqualTo(all.stream().skip(first).limit(max).toList());
            }
        }
    }

    @Test
    void readsNoMoreOnceThePageIsFull() {
        Listed listed = new Listed(number -> true, 30_000);

        new JudgedQuery(listed, ENABLED).page(0, 20);

        assertThat(listed.looks).containsExactly("0+100");
    }

    /** The last one of each look is read again, to see that it is where it was. */
    @Test
    void goesOnWhereTheLastLookEnded() {
        Listed listed = new Listed(number -> number == 5_000, 30_000);

        assertThat(new JudgedQuery(listed, ENABLED).page(0, 1)).containsExactly("5000");

        assertThat(listed.looks).containsExactly("0+100", "99+301", "399+1201", "1599+4801");
    }

    @Test
    void endsWithTheList() {
        Listed listed = new Listed(number -> false, 250);

        assertThat(new JudgedQuery(listed, ENABLED).page(0, 1)).isEmpty();

        assertThat(listed.looks).containsExactly("0+100", "99+301");
    }

    @Test
    void readsAsManyAtOnceAsThePageNeedsAtLeast() {
        Listed listed = new Listed(number -> true, 3_000_000);

        assertThat(new JudgedQuery(listed, ENABLED).page(2_999_990, 100)).hasSize(10);
        assertThat(new JudgedQuery(listed, ENABLED).page(Integer.MAX_VALUE, 100))
                .isEmpty();

        assertThat(listed.looks).containsExactly("0+6553600", "0+" + Integer.MAX_VALUE);
    }

    /** In between, one was added or removed before what was read: the rest would be told twice, or one would not be. */
    @Test
    void beginsAgainWhereTheListHasChanged() {
        for (int change : List.of(1, -1)) {
            Listed listed = new Listed(number -> number % 60 == 0, 1_000);
            listed.shiftAfterFirstLook = change;

            assertThat(new JudgedQuery(listed, ENABLED).page(0, 4))
                    .containsExactlyElementsOf(listed.inOrder()
                            .filter(StoredCredential::enabled)
                            .limit(4)
                            .map(StoredCredential::id)
                            .toList());
            assertThat(listed.looks).containsExactly("0+100", "99+301", "0+" + Integer.MAX_VALUE);
        }
    }

    @Test
    void asksForWhatTheTestNeedsOfAFewHundredsAndThenOfAll() {
        List<Integer> asked = new ArrayList<>();
        CredentialJudge judge = CredentialJudge.ofContentAmong(ids -> {
            asked.add(ids.map(List::size).orElse(-1));
            return StoredCredential::enabled;
        });

        new JudgedQuery(new Listed(number -> false, 30_000), judge).page(0, 1);

        assertThat(asked)
                .containsExactly(100, 300, 500, 500, 200, 500, 500, 500, 500, 500, 500, 500, 500, 500, 300, -1);
    }

    @Test
    void countsAndTellsAll() {
        Listed listed = new Listed(number -> number % 100 == 0, 1_000);

        assertThat(new JudgedQuery(listed, ENABLED).count()).isEqualTo(10);
        assertThat(new JudgedQuery(listed, ENABLED).ids()).hasSize(10).startsWith("0", "100");
    }

    @Test
    void readsNothingForWhatIsNeverTrue() {
        Listed listed = new Listed(number -> true, 1_000);
        JudgedQuery never = new JudgedQuery(listed, CredentialJudge.NEVER);

        assertThat(never.page(0, 1)).isEmpty();
        assertThat(never.ids()).isEmpty();
        assertThat(never.count()).isZero();
        assertThat(listed.looks).isEmpty();
    }

    /** A list whose entries are numbers. */
    private static final class Listed implements CredentialSource {

        private final Predicate<Integer> enabled;
        private final int size;
        private final List<String> looks = new ArrayList<>();
        private int shiftAfterFirstLook;

        Listed(Predicate<Integer> enabled, int size) {
            this.enabled = enabled;
            this.size = size;
        }

        @Override
        public Stream<StoredCredential> some(int from, int many) {
            looks.add(from + "+" + many);
            int shift = looks.size() > 1 ? shiftAfterFirstLook : 0;
            return from(shift).skip(from).limit(many);
        }

        @Override
        public Stream<StoredCredential> inOrder() {
            return from(looks.size() > 1 ? shiftAfterFirstLook : 0);
        }

        @Override
        public Stream<StoredCredential> any() {
            return inOrder();
        }

        private Stream<StoredCredential> from(int number) {
            return IntStream.range(number, size)
                    .mapToObj(each ->
                            new StoredCredential("" + each, "client", "Name", null, enabled.test(each), 0, Map.of()));
        }
    }
}
