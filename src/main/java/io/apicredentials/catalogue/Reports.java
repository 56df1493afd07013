package io.apicredentials.catalogue;

import io.apicredentials.permission.Permission;
import io.apicredentials.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is wrong with a part of a draft, passed on to who wants to know; and the rules that several parts have. */
final class Reports {

    private final Consumer<Problem> receiver;
    private boolean isEmpty = true;

    Reports(Consumer<Problem> receiver) {
        this.receiver = receiver;
    }

    /** Those of a smaller part, which are of this one too. */
    Reports within(String place) {
        return new Reports(problem -> add(problem.within(place)));
    }

    /** Whether nothing was reported. */
    boolean isEmpty() {
        return isEmpty;
    }

    void add(Problem problem) {
        isEmpty = false;
        receiver.accept(problem);
    }

    void add(String place, CatalogueProblem kind, Object... details) {
        add(Problem.of(place, kind, details));
    }

    /** A list has at least one entry. */
    void size(String place, List<?> list, int max) {
        if (list.isEmpty()) {
            add(place, CatalogueProblem.LIST_EMPTY);
        }
        if (list.size() > max) {
            add(place, CatalogueProblem.TOO_MANY_ENTRIES, list.size(), max);
        }
    }

    void word(String place, @Nullable String text) {
        if (text == null) {
            add(place, CatalogueProblem.WORD_MISSING);
        } else if (!Permission.isWord(text)) {
            add(Problem.with(place, CatalogueProblem.WORD_MALFORMED, text));
        }
    }

    /**
     * Each entry is listed once.
     *
     * @param key what tells entries apart; null for one that is wrong anyhow
     */
    <T> void duplicates(List<T> list, Function<T, @Nullable String> key, String place) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < list.size(); index++) {
            String text = key.apply(list.get(index));
            if (text != null && !seen.add(text)) {
                add(place + "[" + index + "]", CatalogueProblem.DUPLICATE_ENTRY, Problem.cut(text, Problem.MAX_ECHO));
            }
        }
    }
}
