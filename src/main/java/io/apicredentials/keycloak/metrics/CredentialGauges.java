package io.apicredentials.keycloak.metrics;

import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.history.HistoryTables;
import io.apicredentials.keycloak.history.UsageState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** What can be seen of credentials, and of the counting of their uses, at a moment. */
public final class CredentialGauges {

    private static final String PREFIX = "api.credential.";

    private final KeycloakSessionFactory factory;
    private final Census census;

    private CredentialGauges(KeycloakSessionFactory factory) {
        this.factory = factory;
        this.census = new Census(factory);
    }

    /** Adds them once this node has started. */
    public static void register(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent started) {
                new CredentialGauges(started.getFactory()).add();
            }
        });
    }

    private void add() {
        for (CredentialStatus status : CredentialStatus.values()) {
            gauge(
                    "credentials",
                    "API credentials in all realms",
                    Tags.of("status", status.word()),
                    counted(numbers -> numbers.byStatus().getOrDefault(status, 0)));
        }
        gauge(
                "rotations.due",
                "API credentials that can be used and whose secret has to be rotated within 14 days, or should have been",
                Tags.empty(),
                counted(Census.Numbers::rotationsDue));
        gauge(
                "approvals.waiting",
                "Requests about API credentials that wait for approval",
                Tags.empty(),
                counted(Census.Numbers::approvalsWaiting));
        gauge(
                "uses.waiting",
                "Uses of API credentials that this node has counted and not written",
                Tags.empty(),
                ofUsage(UsageState::waiting));
        gauge(
                "uses.written.age.seconds",
                "Time since this node has last written counted uses of API credentials",
                Tags.empty(),
                ofUsage(state -> state.sinceWritten().toMillis() / 1000.0));
    }

    private Supplier<Number> counted(Function<Census.Numbers, Number> number) {
        return () -> census.latest().map(number).orElse(Double.NaN);
    }

    private Supplier<Number> ofUsage(Function<UsageState, Number> number) {
        return () -> HistoryTables.usage(factory).map(number).orElse(Double.NaN);
    }

    private static void gauge(String name, String description, Tags tags, Supplier<Number> number) {
        Gauge.builder(PREFIX + name, number).description(description).tags(tags).register(Metrics.globalRegistry);
    }
}
