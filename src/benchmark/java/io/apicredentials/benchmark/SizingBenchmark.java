package io.apicredentials.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.CredentialRequests;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says what a credential takes of a server's memory and of its database, and what a use and a change take of the database: the figures
 * from which an installation is sized. It talks to a server that it has started itself, on the loopback interface, and stops it at the
 * end, also when it is interrupted.
 */
public final class SizingBenchmark {

    private static final int MANY = CacheContests.MANY;
    private static final int CHANGES = 500;
    private static final String REALM = "sizing";
    private static final String[] CLIENTS = {
        "client", "client_attributes", "client_scope_client", "user_entity", "user_role_mapping"
    };
    private static final String USES = "api_credential_usage";
    private static final String EVENTS = "event_entity";
    private static final String RECORDS = "api_credential_audit";

    private final ServerUnderTest server;
    private final TableSizes sizes;
    private final StatementTimes times;
    private final AdminClient admin;

    private SizingBenchmark(ServerUnderTest server, StatementTimes times) {
        this.server = server;
        this.times = times;
        this.sizes = new TableSizes(server.postgres().orElseThrow());
        this.admin = server.keycloak().admin();
    }

    /** Measures, and writes a table to standard output. */
    public static void main(String... arguments) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        try (ServerUnderTest server = ServerUnderTest.onPostgres(
                files, REALM, files.providerJar(), Optional.empty(), CacheContests.recommendedCaches(MANY))) {
            Path log = ServerUnderTest.postgresFolder(files, REALM).resolve("postgres.log");
            new SizingBenchmark(server, new StatementTimes(server.postgres().orElseThrow(), log)).run();
        }
    }

    private void run() {
        BenchmarkRealm realm = BenchmarkRealm.create(server, REALM, false);
        // What is loaded once is loaded before.
        FirstRequests.of(realm.stockClient("first"));
        FirstRequests.of(realm.credential());
        System.out.printf(Locale.ROOT, "%n| of %,d | each |%n|---|--:|%n", MANY);
        measure("stock client", () -> realm.stockClients(MANY));
        times.start();
        Party credentials = measure("API credential", () -> realm.credentials(MANY));
        await("select sum(uses) from " + USES, MANY);
        double firstUses = times.ofInserts(USES);
        admin.put("realms/" + REALM, object().put("eventsEnabled", true)).expect(204);
        FirstRequests.of(credentials);
        await("select sum(uses) from " + USES, 2 * MANY);
        await("select count(*) from " + EVENTS, MANY);
        tell(
                "counted uses of a credential from an address in an hour: database",
                sizes.bytesOf(USES),
                sizes.number("select count(*) from " + USES));
        tell(
                "saved user event of a token: database",
                sizes.bytesOf(EVENTS),
                sizes.number("select count(*) from " + EVENTS));
        tellTime("first use of an hour", firstUses);
        tellTime("later use", times.ofInserts(USES) - firstUses);
        tellTime("saved user event", times.ofInserts(EVENTS));
        times.end();
        change();
    }

    /** What so many of them take of the database, and of the heap once each has asked for a token. */
    private Party measure(String what, Supplier<Party> clients) {
        long stored = sizes.bytesOf(CLIENTS);
        Party party = clients.get();
        tell(what + ": database", sizes.bytesOf(CLIENTS) - stored, MANY);
        // The caches have room for those of one kind.
        List.of("clear-realm-cache", "clear-user-cache")
                .forEach(caches ->
                        admin.post("realms/" + REALM + "/" + caches, object()).expect(204));
        long held = LiveHeap.bytesOf(server.process());
        FirstRequests.of(party);
        tell(what + ": heap, in the caches", LiveHeap.bytesOf(server.process()) - held, MANY);
        return party;
    }

    private void change() {
        long before = sizes.bytesOf(RECORDS);
        for (int change = 0; change < CHANGES; change++) {
            admin.post("realms/" + REALM + "/api-credentials", CredentialRequests.of("wallets", "127.0.0.1"))
                    .expect(201);
        }
        tell("audit record of a creation: database", sizes.bytesOf(RECORDS) - before, CHANGES);
    }

    private void await(String query, int least) {
        Await.seen(query, () -> Optional.of(sizes.number(query)).filter(number -> number >= least));
    }

    private static void tellTime(String what, double millis) {
        System.out.printf(Locale.ROOT, "| %s: time of the database | %.3f ms |%n", what, millis / MANY);
    }

    private static void tell(String what, long bytes, long number) {
        System.out.printf(Locale.ROOT, "| %s | %,d bytes |%n", what, bytes / number);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
