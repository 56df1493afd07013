package io.apicredentials.keycloak.notice;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Does things for realms in the background, for each realm one after the other, in a thread that ends when there is nothing
 * more to do for it. What is slow in one realm holds up no other.
 */
final class RealmQueues {

    private final int most;
    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

    /** @param most how many things can wait for each realm */
    RealmQueues(int most) {
        this.most = most;
    }

    /** Has something done; false when too much waits for the realm already. */
    synchronized boolean add(String realmId, Runnable work) {
        Queue<Runnable> queue = waiting.get(realmId);
        if (queue != null) {
            return queue.size() < most && queue.add(work);
        }
        waiting.put(realmId, new ArrayDeque<>());
        Thread thread = new Thread(() -> workOn(realmId, work), "api-credential-requests");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    private void workOn(String realmId, Runnable first) {
        Runnable work = first;
        try {
            for (; work != null; work = next(realmId)) {
                Attempt.run(work, "Nobody in the realm %s could be told of a request for approval", realmId);
            }
        } finally {
            // What is no exception, such as a class that is missing, ends this thread; what waits is done in another
            // one.
            if (work != null) {
                forget(realmId).forEach(left -> add(realmId, left));
            }
        }
    }

    private synchronized Queue<Runnable> forget(String realmId) {
        Queue<Runnable> queue = waiting.remove(realmId);
        return queue == null ? new ArrayDeque<>() : queue;
    }

    private synchronized @Nullable Runnable next(String realmId) {
        Queue<Runnable> queue = waiting.get(realmId);
        Runnable work = queue == null ? null : queue.poll();
        if (work == null) {
            waiting.remove(realmId);
        }
        return work;
    }
}
