package io.apicredentials.usage;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The first addresses of a credential in an hour, up to a number. */
final class Addresses {

    private final Set<String> admitted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger room;

    Addresses(int max) {
        room = new AtomicInteger(max);
    }

    /** Whether it is one of them. */
    boolean admit(String address) {
        if (admitted.contains(address)) {
            return true;
        }
        if (room.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return false;
        }
        if (!admitted.add(address)) {
            room.incrementAndGet();
        }
        return true;
    }
}
