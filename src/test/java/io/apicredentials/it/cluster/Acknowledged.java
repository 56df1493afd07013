package io.apicredentials.it.cluster;

import io.apicredentials.testing.ClientCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What callers were told that it is done, and where they were told nothing. */
final class Acknowledged {

    /** By id, with the secret that was handed over last. */
    private final Map<String, ClientCredentials> credentials = new ConcurrentHashMap<>();

    /** How many rotations of each were answered. */
    private final Map<String, AtomicInteger> rotations = new ConcurrentHashMap<>();

    /** Of which the last rotation was not answered. */
    private final Set<String> uncertain = ConcurrentHashMap.newKeySet();

    /** Ids of credentials whose creation was asked for, and of those whose request was approved. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private final Set<String> approved = ConcurrentHashMap.newKeySet();

    private final AtomicInteger number = new AtomicInteger();

    void created(ClientCredentials credential) {
        credentials.put(credential.id(), credential);
        number.incrementAndGet();
    }

    void rotated(ClientCredentials credential) {
        credentials.put(credential.id(), credential);
        rotations.computeIfAbsent(credential.id(), id -> new AtomicInteger()).incrementAndGet();
        number.incrementAndGet();
    }

    void rotationUnanswered(String id) {
        uncertain.add(id);
    }

    void asked(String id) {
        asked.add(id);
        number.incrementAndGet();
    }

    void approved(String id) {
        approved.add(id);
        number.incrementAndGet();
    }

    int number() {
        return number.get();
    }

    /** Those whose secret is known. */
    List<ClientCredentials> certain() {
        List<ClientCredentials> certain = new ArrayList<>(credentials.values());
        certain.removeIf(credential -> uncertain.contains(credential.id()));
        return certain;
    }

    /** Those that have the known secret, or one that nobody knows. */
    List<ClientCredentials> uncertain() {
        return uncertain.stream().map(credentials::get).toList();
    }

    int rotations(String id) {
        return rotations.getOrDefault(id, new AtomicInteger()).get();
    }

    Set<String> asked() {
        return Set.copyOf(asked);
    }

    Set<String> approved() {
        return Set.copyOf(approved);
    }
}
