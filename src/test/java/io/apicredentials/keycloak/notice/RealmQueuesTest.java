package io.apicredentials.keycloak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RealmQueuesTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void doesOneThingOfARealmAfterTheOther() throws InterruptedException {
        RealmQueues queues = new RealmQueues(10);
        CountDownLatch last = new CountDownLatch(1);
        queues.add("realm", () -> done.add("first"));
        queues.add("realm", () -> done.add("second"));
        queues.add("realm", last::countDown);

        last.await();

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void takesNoMoreThanItsLimit() {
        RealmQueues queues = new RealmQueues(1);
        CountDownLatch end = new CountDownLatch(1);

        assertThat(queues.add("realm", () -> await(end))).isTrue();
        assertThat(queues.add("realm", () -> done.add("waits"))).isTrue();
        assertThat(queues.add("realm", () -> done.add("too much"))).isFalse();
        end.countDown();
    }

    @Test
    void whatIsSlowHoldsUpNoOtherRealm() throws InterruptedException {
        RealmQueues queues = new RealmQueues(10);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        queues.add("slow", () -> await(end));

        queues.add("other", other::countDown);

        other.await();
        end.countDown();
    }

    @Test
    void whatFailsKeepsNothingElseFromBeingDone() throws InterruptedException {
        RealmQueues queues = new RealmQueues(10);
        CountDownLatch next = new CountDownLatch(1);
        queues.add("realm", () -> {
            throw new IllegalStateException("no mail");
        });

        queues.add("realm", next::countDown);

        next.await();
        assertThat(next.getCount()).isZero();
    }

    @Test
    void neitherDoesWhatIsNoException() throws InterruptedException {
        RealmQueues queues = new RealmQueues(10);
        CountDownLatch isQueued = new CountDownLatch(1);
        CountDownLatch next = new CountDownLatch(1);
        queues.add("realm", () -> {
            await(isQueued);
            throw new NoClassDefFoundError("a class of the mail library");
        });

        queues.add("realm", next::countDown);
        isQueued.countDown();

        next.await();
        assertThat(next.getCount()).isZero();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
