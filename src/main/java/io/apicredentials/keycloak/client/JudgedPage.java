package io.apicredentials.keycloak.client;

import java.util.ArrayList;
import java.util.List;

/** The ids of a page of those credentials that pass a test, which are offered in the order of the list. */
final class JudgedPage {

    private final int max;
    private final List<String> ids = new ArrayList<>();
    private int left;

    /**
     * @param first how many to skip
     * @param max how many to take, from 1
     */
    JudgedPage(int first, int max) {
        this.left = first;
        this.max = max;
    }

    /** Takes one that has passed into account; says whether the next one matters. */
    boolean offer(StoredCredential passed) {
        if (left > 0) {
            left--;
        } else if (!isFull()) {
            ids.add(passed.id());
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
