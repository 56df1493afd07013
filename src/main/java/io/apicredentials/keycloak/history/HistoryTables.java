package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.client.StoredCredential;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;

/**
 * Has Keycloak make our tables when it makes or migrates its own, and keeps what is written into them. Where an operator has
 * disabled it, there are no tables, and nothing is counted or recorded.
 */
public final class HistoryTables implements JpaEntityProviderFactory {

    static final String ID = "api-credentials";

    private final UsageRecorder uses = new UsageRecorder();

    private final Places verifications = new Places(4, 1);

    private final AuditReading reading = new AuditReading();

    private final KnownCounts counts = new KnownCounts(System::nanoTime);

    /** Keycloak has 50 threads for requests, or more. */
    private final Places exports = new Places(16, 4);

    private volatile Optional<AuditKeeper> keeper = Optional.empty();

    private record Tables() implements JpaEntityProvider {

        /** Keycloak's build has found them by their annotation. */
        @Override
        public List<Class<?>> getEntities() {
            return List.of(UsageRow.class, AuditRow.class);
        }

        @Override
        public String getChangelogLocation() {
            return "META-INF/api-credentials-changelog.xml";
        }

        @Override
        public String getFactoryId() {
            return ID;
        }

        @Override
        public void close() {}
    }

    /**
     * Counts uses from the start of this node on.
     *
     * @param flushInterval after how long they are written; zero counts nothing
     * @param retention for how long they are kept
     */
    public static void register(KeycloakSessionFactory factory, Duration flushInterval, Duration retention) {
        uses(factory)
                .filter(uses -> !flushInterval.isZero() && hearsOfEvents(factory))
                .ifPresent(uses -> factory.register(event -> {
                    if (event instanceof PostMigrationEvent started) {
                        uses.start(started.getFactory(), flushInterval, retention);
                    } else if (event instanceof ClientModel.ClientRemovedEvent removed) {
                        forget(uses, removed);
                    }
                }));
    }

    /** When it is certain that it is removed. */
    private static void forget(UsageRecorder uses, ClientModel.ClientRemovedEvent removed) {
        ClientModel client = removed.getClient();
        String id = client.getId();
        if (StoredCredential.isOrWasApiCredential(client)) {
            removed.getKeycloakSession()
                    .getTransactionManager()
                    .enlistAfterCompletion(new AbstractKeycloakTransaction() {
                        @Override
                        protected void commitImpl() {
                            uses.forget(id);
                        }

                        @Override
                        protected void rollbackImpl() {
                            // It is still there.
                        }
                    });
        }
    }

    /**
     * Looks after the records of changes from the start of this node on.
     *
     * @param retention for how long they are kept; zero for good
     */
    public static void keepAudit(KeycloakSessionFactory factory, Duration retention) {
        tables(factory)
                .ifPresent(tables -> factory.register(event -> {
                    if (event instanceof PostMigrationEvent started) {
                        AuditKeeper keeper = new AuditKeeper(started.getFactory(), retention);
                        tables.keeper = Optional.of(keeper);
                        keeper.start();
                    }
                }));
    }

    /** Has the count of a realm forgotten that is removed. */
    public static void forgetCounts(KeycloakSessionFactory factory) {
        tables(factory)
                .ifPresent(tables -> factory.register(event -> {
                    if (event instanceof RealmModel.RealmRemovedEvent removed) {
                        tables.counts.forget(removed);
                    }
                }));
    }

    private static boolean hearsOfEvents(KeycloakSessionFactory factory) {
        return factory.getProviderFactory(EventListenerProvider.class, CountedUse.LISTENER) != null;
    }

    /** Whether this server has our tables: an operator may have disabled them. */
    static boolean exist(KeycloakSessionFactory factory) {
        return tables(factory).isPresent();
    }

    /** How far this node is with the counting of uses; empty where it does not count. */
    public static Optional<UsageState> usage(KeycloakSessionFactory factory) {
        return uses(factory).flatMap(UsageRecorder::state);
    }

    /** What counts uses on this server; empty where an operator has disabled that. */
    static Optional<UsageRecorder> uses(KeycloakSessionFactory factory) {
        return tables(factory).map(tables -> tables.uses);
    }

    /** Checks of chains on this node. */
    static Places verifications(KeycloakSessionFactory factory) {
        return tables(factory).map(tables -> tables.verifications).orElseGet(() -> new Places(1, 1));
    }

    /** What reads records on this node. */
    static AuditReading reading(KeycloakSessionFactory factory) {
        return tables(factory).map(tables -> tables.reading).orElseGet(AuditReading::new);
    }

    /** Counts of credentials that this node knows. */
    static KnownCounts counts(KeycloakSessionFactory factory) {
        return tables(factory).map(tables -> tables.counts).orElseGet(() -> new KnownCounts(System::nanoTime));
    }

    /** Exports of records on this node. */
    static Places exports(KeycloakSessionFactory factory) {
        return tables(factory).map(tables -> tables.exports).orElseGet(() -> new Places(1, 1));
    }

    private static Optional<HistoryTables> tables(KeycloakSessionFactory factory) {
        return Optional.ofNullable(factory.getProviderFactory(JpaEntityProvider.class, ID))
                .map(HistoryTables.class::cast);
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new Tables();
    }

    /** So that it is closed first, and can still write. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class);
    }

    @Override
    public void close() {
        uses.stop();
        keeper.ifPresent(AuditKeeper::stop);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}
}
