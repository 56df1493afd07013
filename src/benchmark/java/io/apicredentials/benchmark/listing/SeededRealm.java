package io.apicredentials.benchmark.listing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.PostgresServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A realm with a hundred credentials that differ, and some thousands of other clients; the hundred may be multiplied. */
record SeededRealm(String name, AdminClient admin, int size) {

    private static final int SEEDS = 100;
    private static final List<String> SETS = List.of("wallets", "transactions", "controls", "monitoring");
    private static final List<String> NAMES = List.of("Treasury", "Payout", "Monitoring", "Balance", "Ledger");

    /** Makes the hundred by the admin API, in a realm with demands. */
    static SeededRealm create(AdminClient server, String name, int size) {
        server.post("realms", object().put("realm", name).put("enabled", true)).expect(201);
        SeededRealm realm = new SeededRealm(name, server.below("realms/" + name), size);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int number = 0; number < SEEDS; number++) {
            realm.create(number, now);
        }
        ObjectNode settings = object();
        settings.putObject("expiry").put("required", true);
        settings.putObject("rotation").put("everyDays", 90);
        settings.putObject("unused").put("disableAfterDays", 90);
        realm.admin.put("api-credentials/settings", settings).expect(200);
        return realm;
    }

    private void create(int number, Instant now) {
        ObjectNode request = CredentialRequests.of(SETS.get(number % SETS.size()), "10." + number + ".0.0/16")
                .put("name", String.format("%04d %s %02d", 0, NAMES.get(number % NAMES.size()), number))
                .put("description", "Number " + number + " of a hundred");
        if (number % 10 != 0) {
            request.putObject("owner").put("team", "Team " + number % 9).put("contact", "team@example.com");
        }
        if (number % 10 != 3) {
            request.put("expiresAt", now.plus(3L * number + 1, ChronoUnit.DAYS).toString());
        }
        String id = admin.post("api-credentials", request)
                .expect(201)
                .json()
                .path("id")
                .asText();
        if (number % 10 == 7) {
            admin.post("api-credentials/" + id + "/disable", object()).expect(200);
        }
    }

    /** Ages the hundred, and adds the other clients and copies until there are as many credentials as there are to be. */
    void fill(PostgresServer database) {
        new Copies(database, name).make(size / SEEDS - 1);
    }

    /** The server reads it anew, after what was done in the database. */
    void forgetCached() {
        admin.post("clear-realm-cache", object()).expect(204);
    }

    /** The path of its credentials. */
    String path() {
        return "/admin/realms/" + name + "/api-credentials";
    }

    /** A request for one more. */
    String newCredential() {
        return CredentialRequests.of("wallets", "127.0.0.1")
                .put("expiresAt", "2099-01-01T00:00:00Z")
                .toString();
    }

    /** What is answered to a question that has a place in it. */
    Map<String, String> places() {
        return Map.of(
                "{last}", Integer.toString(size - 20),
                "{middle}", Integer.toString(size / 2 - 10),
                "{soon}",
                        Instant.now()
                                .plus(20, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                "{one}", String.format("%04d%%20Ledger%%2099", size / SEEDS - 1));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
