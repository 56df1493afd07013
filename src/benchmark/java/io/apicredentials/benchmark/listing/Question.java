package io.apicredentials.benchmark.listing;

import java.util.List;
import java.util.Map;

/**
 * A request of the list or the count.
 *
 * @param name of a line of the table
 * @param path with places that a realm fills, such as {@code {last}}
 * @param isFlat whether its time may not grow with the number of credentials; then a page has to be as long in both realms
 */
record Question(String name, String path, boolean isFlat) {

    /** Those of the target, and those that have to look at many credentials or at all. */
    static final List<Question> ALL = List.of(
            flat("first page", "?max=20"),
            flat("count", "/count"),
            flat("search", "?search=ledger&max=10"),
            flat("`status=enabled`", "?status=enabled&max=10"),
            flat("`status=disabled`", "?status=disabled&max=10"),
            flat("`status=expired`", "?status=expired&max=10"),
            flat("`due=rotation`", "?due=rotation&max=10"),
            flat("`due=expiry`", "?due=expiry&max=10"),
            flat("`due=unused`", "?due=unused&max=10"),
            flat("`owner`", "?owner=Team%203&max=10"),
            flat("`violates=true`", "?violates=true&max=10"),
            flat("`expiresBefore`", "?expiresBefore={soon}&max=10"),
            flat("`address`: true of one in a hundred", "?address=10.99.1.1&max=1"),
            flat("last page", "?first={last}&max=20"),
            told("`address`: twenty of those", "?address=10.99.1.1&max=20"),
            told("the middle page", "?first={middle}&max=20"),
            told("search for one", "?search={one}"),
            told("`status=rejected`: none", "?status=rejected"),
            told("count of a search", "/count?search=ledger"),
            told("count of an owner", "/count?owner=Team%203"),
            told("count of a status", "/count?status=expired"),
            told("count of unused", "/count?due=unused"),
            told("count of violations", "/count?violates=true"));

    private static Question flat(String name, String path) {
        return new Question(name, path, true);
    }

    private static Question told(String name, String path) {
        return new Question(name, path, false);
    }

    /** The path in a realm. */
    String in(SeededRealm realm) {
        String filled = path;
        for (Map.Entry<String, String> place : realm.places().entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return realm.path() + filled;
    }
}
