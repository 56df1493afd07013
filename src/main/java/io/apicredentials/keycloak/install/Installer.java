package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.store.ClientShape;
import io.apicredentials.keycloak.store.CredentialClients;
import io.apicredentials.keycloak.store.CredentialQuery;
import io.apicredentials.keycloak.store.RealmSettings;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/** Sees to it that every realm has what API credentials need: new and imported ones, existing ones, and on demand. */
public final class Installer {

    private static final Logger LOG = Logger.getLogger(Installer.class);

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
     * <p>Installs in a transaction of its own: another node may be at it, and losing that race must not spoil the
     * caller's transaction.
     */
    public static ClientScopeModel ensureInstalled(KeycloakSession session, RealmModel realm) {
        if (!new RealmInstallation(realm).isComplete()) {
            installApart(session.getKeycloakSessionFactory(), realm.getId());
        }
        return PermissionsScope.find(realm)
                .or(() -> scopeId(session.getKeycloakSessionFactory(), realm.getId())
                        .map(realm::getClientScopeById))
                .orElseThrow(
                        () -> new IllegalStateException("the client scope of API credentials was removed just now"));
    }

    private static void install(KeycloakSession session, RealmModel realm) {
        new RealmInstallation(realm).complete();
        ClientScopeModel scope = PermissionsScope.find(realm).orElseThrow();
        CredentialClients clients = new CredentialClients(session, realm);
        ClientShape shape = new ClientShape(session, realm);
        // A realm that was imported may bring credentials along.
        for (String id : new CredentialQuery(session, realm).ids()) {
            clients.find(id).ifPresent(client -> shape.give(client, scope));
        }
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
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                session.getContext().setRealm(realm);
                if (!new RealmInstallation(realm).isComplete()) {
                    new RealmInstallation(realm).complete();
                }
                new RealmSettings(realm)
                        .warnings()
                        .forEach(warning -> LOG.warnf("Realm %s: %s", realm.getName(), warning));
            });
        } catch (RuntimeException lostRace) {
            if (!isInstalled(factory, realmId)) {
                LOG.warnf(
                        lostRace,
                        "Realm %s could not be prepared for API credentials; it is tried again when one is created.",
                        realmId);
            }
        }
    }

    private static boolean isInstalled(KeycloakSessionFactory factory, String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmInstallation installation =
                    new RealmInstallation(session.realms().getRealm(realmId));
            // What the other node has written may not have reached this one's cache, and never does without a cluster.
            Optional.ofNullable(session.getProvider(CacheRealmProvider.class)).ifPresent(installation::forget);
            return installation.isComplete();
        });
    }

    /** Read in a session of its own, since the caller's has its picture of the realm's scopes from before. */
    private static Optional<String> scopeId(KeycloakSessionFactory factory, String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> PermissionsScope.find(session.realms().getRealm(realmId))
                        .map(ClientScopeModel::getId));
    }
}
