package io.apicredentials.keycloak.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds those credentials of which something is true that no database can judge. A page is looked for from the top of the list: among
 * the first hundred, then among three times as many as were read before, and so on, each time with one statement that goes on where
 * the last one ended. However many credentials there are, a filter that is true of many fills its page at once, some hundred
 * credentials at most are in memory, and four times as many credentials cost one statement more.
 */
record JudgedQuery(CredentialSource credentials, CredentialJudge judge) {

    private static final int FIRST_LOOK = 100;
    private static final int TIMES = 4;
    private static final int ALL = Integer.MAX_VALUE;

    /** Below the number of parameters that each database takes. */
    private static final int AT_ONCE = 500;

    /** Beyond so many, what a test needs beside them is read for all credentials at once. */
    private static final int MANY = 6_400;

    /**
     * How far somebody has read.
     *
     * @param count how many
     * @param last the id of the last one; null for none
     */
    private record Place(int count, @Nullable String last) {

        static final Place TOP = new Place(0, null);

        Place after(List<StoredCredential> some) {
            return some.isEmpty()
                    ? this
                    : new Place(count + some.size(), some.get(some.size() - 1).id());
        }
    }

    /** The ids of a page, in the order of the list. */
    List<String> page(int first, int max) {
        return judge.isNever() ? List.of() : page(first, max, further(FIRST_LOOK, first + (long) max));
    }

    private List<String> page(int first, int max, int firstEnd) {
        JudgedPage page = new JudgedPage(first, max);
        Place place = Place.TOP;
        int end = firstEnd;
        Optional<Predicate<StoredCredential>> ofAll = Optional.empty();
        while (true) {
            if (end > MANY && ofAll.isEmpty()) {
                ofAll = Optional.of(judge.amongAll());
            }
            Optional<Place> reached = look(place, end, page, ofAll);
            if (reached.isEmpty()) {
                // One look sees all as they are at one moment.
                return page(first, max, ALL);
            }
            place = reached.get();
            if (page.isFull() || place.count < end) {
                return page.ids();
            }
            end = further(end, end + 1L);
        }
    }

    /** The first number of those to which looks go that is at least this one. */
    private static int further(int end, long least) {
        long further = end;
        while (further < least && further < ALL) {
            further *= TIMES;
        }
        return Math.toIntExact(Math.min(further, ALL));
    }

    /**
     * Reads on, to the end of a look or as far as the page needs.
     *
     * @param ofAll the test for any; empty to ask for one for those that are read
     * @return how far it came; empty when the last one that was read before is not where it was, since somebody has changed the list
     */
    private Optional<Place> look(Place from, int end, JudgedPage page, Optional<Predicate<StoredCredential>> ofAll) {
        int again = from.count == 0 ? 0 : 1;
        try (Stream<StoredCredential> stream = credentials.some(from.count - again, end - from.count + again)) {
            Iterator<StoredCredential> each = stream.iterator();
            if (again > 0 && !(each.hasNext() && each.next().id().equals(from.last))) {
                return Optional.empty();
            }
            Place place = from;
            while (!page.isFull() && each.hasNext()) {
                List<StoredCredential> some = next(each, AT_ONCE);
                some.stream().filter(ofAll.orElseGet(() -> among(some))).forEach(page::offer);
                place = place.after(some);
            }
            return Optional.of(place);
        }
    }

    private static List<StoredCredential> next(Iterator<StoredCredential> each, int most) {
        List<StoredCredential> some = new ArrayList<>();
        while (some.size() < most && each.hasNext()) {
            some.add(each.next());
        }
        return some;
    }

    private Predicate<StoredCredential> among(List<StoredCredential> some) {
        return judge.among(some.stream().map(StoredCredential::id).toList());
    }

    /** How many there are; one statement, and what the test needs beside. */
    long count() {
        if (judge.isNever()) {
            return 0;
        }
        Predicate<StoredCredential> test = judge.amongAll();
        try (Stream<StoredCredential> all = credentials.any()) {
            return all.filter(test).count();
        }
    }

    /** All ids in the order of the list; one statement, and what the test needs beside. */
    List<String> ids() {
        if (judge.isNever()) {
            return List.of();
        }
        Predicate<StoredCredential> test = judge.amongAll();
        try (Stream<StoredCredential> all = credentials.inOrder()) {
            return all.filter(test).map(StoredCredential::id).toList();
        }
    }
}
