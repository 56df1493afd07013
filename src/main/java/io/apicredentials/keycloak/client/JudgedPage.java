package io.apicredentials.keycloak.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The ids of a page of those credentials that pass a test, from credentials that are offered in the order of the list. */
final class JudgedPage {

    private final Predicate<StoredCredential> test;
    private final int max;
    private final List<String> ids = new ArrayList<>();
    private int left;

    /**
     * @param first how many to skip
     * @param max how many to take, from 1
     */
    JudgedPage(Predicate<StoredCredential> test, int first, int max) {
        this.test = test;
        this.left = first;
        this.max = max;
    }

    /** Takes a credential into account, and says whether the next one matters. */
    boolean offer(StoredCredential credential) {
        if (!isFull() && test.test(credential)) {
            if (left > 0) {
                left--;
            } else {
                ids.add(credential.id());
            }
        }
        return !isFull();
    }

    boolean isFull() {
        return ids.size() == max;
    }

    List<String> ids() {
        return List.copyOf(ids);
    }
}
