package io.apicredentials.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Administrators, approvers and machines at work, at all nodes in turn, while something fails. */
final class Load implements AutoCloseable {

    private static final long PAUSE_NANOS = 20_000_000;

    private final List<TestRealm> open;
    private final List<TestRealm> waiting;
    private final List<ClientCredentials> machines;
    private final List<Outcomes> outcomes;
    private final Acknowledged acknowledged = new Acknowledged();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Future<?>> work = new ArrayList<>();
    private volatile boolean ended;

    private Load(List<TestRealm> open, List<TestRealm> waiting, List<ClientCredentials> machines) {
        this.open = open;
        this.waiting = waiting;
        this.machines = machines;
        this.outcomes = open.stream().map(node -> new Outcomes()).toList();
    }

    /**
     * Begins.
     *
     * @param open a realm on each node
     * @param waiting another one, in which everything waits for approval
     */
    static Load start(List<TestRealm> open, List<TestRealm> waiting) {
        List<ClientCredentials> machines = IntStream.range(0, 10)
                .mapToObj(number -> open.get(0).credentials().issue(CredentialRequests.of("wallets", "127.0.0.1")))
                .toList();
        Load load = new Load(open, waiting, machines);
        load.begin(() -> load.administer(new Random(1)));
        load.begin(() -> load.administer(new Random(2)));
        load.begin(() -> load.approve(new Random(3)));
        load.begin(() -> load.use(new Random(4)));
        return load;
    }

    private void begin(Runnable task) {
        work.add(threads.submit(task));
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    /** What each node has answered. */
    List<Outcomes> outcomes() {
        return outcomes;
    }

    List<ClientCredentials> machines() {
        return machines;
    }

    /** Waits until so many more things are acknowledged. */
    void awaitAcknowledged(int more) {
        int target = acknowledged.number() + more;
        Await.seen(
                more + " more answers", () -> acknowledged.number() >= target ? Optional.of(true) : Optional.empty());
    }

    /** Waits until so many more requests have failed. */
    void awaitFailures(int more) {
        int target = failures() + more;
        Await.seen(more + " failures", () -> failures() >= target ? Optional.of(true) : Optional.empty());
    }

    /** Ends it, and waits until everything is answered. It is an error when some of it has ended by itself. */
    @Override
    public void close() {
        ended = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new AssertionError("requests that are never answered");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        work.forEach(Load::requireEnded);
        outcomes.forEach(Outcomes::end);
    }

    private static void requireEnded(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new AssertionError("part of the load has ended by itself", failed.getCause());
        }
    }

    private int failures() {
        return outcomes.stream().mapToInt(Outcomes::failures).sum();
    }

    private void administer(Random random) {
        List<ClientCredentials> own = new ArrayList<>();
        while (!ended) {
            int node = random.nextInt(open.size());
            if (own.isEmpty() || random.nextBoolean()) {
                ask(node, "create", () -> open.get(node).credentials().create(request()))
                        .filter(answer -> answer.status() == 201)
                        .map(ClientCredentials::of)
                        .ifPresent(created -> {
                            acknowledged.created(created);
                            own.add(created);
                        });
            } else {
                rotate(node, own, own.get(random.nextInt(own.size())));
            }
        }
    }

    private void rotate(int node, List<ClientCredentials> own, ClientCredentials before) {
        Optional<Answer> answer =
                ask(node, "rotate", () -> open.get(node).credentials().rotate(before.id(), "PT0S"));
        own.remove(before);
        if (answer.isPresent() && answer.get().status() == 201) {
            ClientCredentials after = ClientCredentials.of(answer.get());
            acknowledged.rotated(after);
            own.add(after);
        } else {
            acknowledged.rotationUnanswered(before.id());
        }
    }

    private void approve(Random random) {
        while (!ended) {
            int node = random.nextInt(waiting.size());
            int other = random.nextInt(waiting.size());
            ask(
                            node,
                            "ask",
                            () -> waiting.get(node)
                                    .credentials(Person.ADMINISTRATOR)
                                    .create(request()))
                    .filter(answer -> answer.status() == 202)
                    .map(Answer::json)
                    .ifPresent(asked -> vote(other, asked));
        }
    }

    private void vote(int node, JsonNode asked) {
        String id = asked.path("id").asText();
        acknowledged.asked(id);
        ask(node, "approve", () -> waiting.get(node).approvals(Person.APPROVER).approveAsAsked(asked))
                .filter(answer -> answer.status() == 200)
                .ifPresent(approved -> acknowledged.approved(id));
    }

    private void use(Random random) {
        while (!ended) {
            int node = random.nextInt(open.size());
            ClientCredentials machine = machines.get(random.nextInt(machines.size()));
            ask(node, "token", () -> open.get(node).tokenEndpoint().request(machine));
        }
    }

    /** Empty where there is no answer, or where somebody could not log in. */
    private Optional<Answer> ask(int node, String what, Supplier<Answer> request) {
        try {
            Answer answer = request.get();
            outcomes.get(node).note(what, answer);
            LockSupport.parkNanos(PAUSE_NANOS);
            return Optional.of(answer);
        } catch (UncheckedIOException withoutAnswer) {
            return none(node, what + " without an answer");
        } catch (AssertionError notLoggedIn) {
            return none(node, what + " without a log-in");
        }
    }

    private Optional<Answer> none(int node, String what) {
        outcomes.get(node).noteNone(what);
        LockSupport.parkNanos(5 * PAUSE_NANOS);
        return Optional.empty();
    }

    private static ObjectNode request() {
        return CredentialRequests.of("wallets", "127.0.0.1");
    }
}
