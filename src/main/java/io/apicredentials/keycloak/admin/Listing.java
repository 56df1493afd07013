package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.CredentialCount;
import io.apicredentials.keycloak.manage.ManageContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The credentials that a listing is about. */
record Listing(ManageContext context, ListingParameters parameters) {

    /** From here on a page may be read from the end of the list. Before it, stepping over entries costs less than to ask how many there are. */
    private static final int FAR = 1_000;

    /** The page that is asked for. */
    List<StoredCredential> page() {
        return switch (parameters.sort()) {
            case NAME -> byName();
            case LAST_USED -> byLastUse(Comparator.reverseOrder());
            case LONGEST_UNUSED -> byLastUse(Comparator.naturalOrder());
        };
    }

    /** How many there are. */
    long count() {
        CredentialFilter filter = parameters.filter();
        return parameters.judge().map(judge -> query().count(filter, judge)).orElseGet(() -> count(filter));
    }

    private long count(CredentialFilter filter) {
        return filter.equals(CredentialFilter.ANY)
                ? new CredentialCount(context.session(), context.realm()).get()
                : query().count(filter);
    }

    private List<StoredCredential> byName() {
        CredentialFilter filter = parameters.filter();
        Page wanted = parameters.page();
        return parameters
                .judge()
                .map(judge -> query().list(filter, judge, wanted.first(), wanted.max()))
                .orElseGet(() -> byName(filter, wanted.first(), wanted.max()));
    }

    private List<StoredCredential> byName(CredentialFilter filter, int first, int max) {
        if (first >= FAR && filter.equals(CredentialFilter.ANY)) {
            long count = count(filter);
            if (first < count && count / 2 < first) {
                return query().listFromEnd(filter, first, max, count);
            }
        }
        return query().list(filter, first, max);
    }

    /**
     * The last uses are in a table that the list does not read, in a transaction of its own: what is sorted here are the ids
     * of all that match. Those of the same instant, and those without any, stay in the order of the list.
     */
    private List<StoredCredential> byLastUse(Comparator<Instant> order) {
        Map<String, Instant> lastUses = new CountedUses(context.session(), context.realm()).last();
        List<String> page = ids().stream()
                .sorted(Comparator.comparing(id -> lastUses.getOrDefault(id, Instant.MIN), order))
                .skip(parameters.page().first())
                .limit(parameters.page().max())
                .toList();
        Map<String, StoredCredential> found = query().find(page);
        // One that was deleted meanwhile is left out.
        return page.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private List<String> ids() {
        CredentialFilter filter = parameters.filter();
        return parameters.judge().map(judge -> query().ids(filter, judge)).orElseGet(() -> query().ids(filter));
    }

    private CredentialQuery query() {
        return new CredentialQuery(context.session(), context.realm());
    }
}
