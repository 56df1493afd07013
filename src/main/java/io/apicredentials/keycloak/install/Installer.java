package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.client.BroughtCredentials;
import io.apicredentials.keycloak.settings.CredentialScope;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/** Sees to it that every realm has what API credentials need: new and imported ones, existing ones, and on demand. */
public final class Installer {

    private static final Logger LOG = Logger.getLogger(Installer.class);

    /** What a caller is told when a realm cannot be given what a credential needs. */
    public static final String NOT_INSTALLED =
            "The realm could not be given what API credentials need, so that nothing was changed; the log of the server has"
                    + " the reason.";

    private Installer() {}

    /**
     * Installs into realms as they are created and, once this node has started, into those that exist.
     *
     * @param existingRealms false leaves existing realms alone until a credential is created in them, which spares a node
     *     with very many realms from loading them all at the start
     */
    public static void register(KeycloakSessionFactory factory, boolean existingRealms) {
        factory.register(event -> onEvent(event, existingRealms));
    }

    private static void onEvent(ProviderEvent event, boolean existingRealms) {
        if (event instanceof RealmModel.RealmPostCreateEvent created) {
            // In the transaction that creates the realm: nobody else can see it yet.
            install(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof PostMigrationEvent started && existingRealms) {
            installIntoAll(started.getFactory());
        }
    }

    /**
     * The client scope of API credentials in this realm, which is given everything first if anything is missing.
     *
     * <p>Installs in transactions of its own: another node may be at it, and losing that race must not spoil the caller's
     * transaction.
     *
     * @return empty when the realm cannot be given what a credential needs; the log has the reason
     */
    public static Optional<ClientScopeModel> ensureInstalled(KeycloakSession session, RealmModel realm) {
        RealmInstallation installation = new RealmInstallation(session, realm);
        return installation.isComplete() ? installation.scope() : installForCaller(session, realm);
    }

    /** Looks for the result in a session of its own, since the caller's has read the realm before. */
    private static Optional<ClientScopeModel> installForCaller(KeycloakSession session, RealmModel realm) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        installApart(factory, realmId);
        return KeycloakModelUtils.runJobInTransactionWithResult(
                        factory,
                        fresh -> new RealmInstallation(fresh, enter(fresh, realmId))
                                .scope()
                                .map(ClientScopeModel::getId))
                .map(realm::getClientScopeById);
    }

    private static void install(KeycloakSession session, RealmModel realm) {
        new RealmInstallation(session, realm).complete();
        ClientScopeModel scope = CredentialScope.find(realm).orElseThrow();
        // A realm that was imported may bring credentials along.
        new BroughtCredentials(session, realm).give(scope);
    }

    private static void installIntoAll(KeycloakSessionFactory factory) {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
        realms.forEach(realm -> installApart(factory, realm));
    }

    /** An exception here would stop the server from starting, or a credential from being created. */
    private static void installApart(KeycloakSessionFactory factory, String realmId) {
        try {
            boolean isComplete = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> new RealmInstallation(session, enter(session, realmId)).isComplete());
            for (int step = 0; !isComplete && step < RealmInstallation.steps(); step++) {
                installApart(factory, realmId, step);
            }
            KeycloakModelUtils.runJobInTransaction(factory, session -> logWarnings(enter(session, realmId)));
        } catch (RuntimeException failed) {
            logFailure(failed, realmId);
        }
    }

    /** Each step in a transaction of its own, so that one that fails keeps no other from being done. */
    private static void installApart(KeycloakSessionFactory factory, String realmId, int step) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> new RealmInstallation(session, enter(session, realmId)).complete(step));
        } catch (RuntimeException lostRace) {
            if (!isDone(factory, realmId, step)) {
                logFailure(lostRace, realmId);
            }
        }
    }

    private static boolean isDone(KeycloakSessionFactory factory, String realmId, int step) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmInstallation installation = new RealmInstallation(session, enter(session, realmId));
            // What the other node has written may not have reached this one's cache, and never does without a cluster.
            installation.forget();
            return installation.isDone(step);
        });
    }

    private static void logFailure(RuntimeException failed, String realmId) {
        LOG.warnf(
                failed,
                "Realm %s could not be prepared for API credentials; it is tried again when one is created.",
                realmId);
    }

    private static void logWarnings(RealmModel realm) {
        new RealmSettings(realm).warnings().forEach(warning -> LOG.warnf("Realm %s: %s", realm.getName(), warning));
    }

    private static RealmModel enter(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        return realm;
    }
}
