package io.apicredentials.keycloak.admin;

import io.apicredentials.audit.Author;
import io.apicredentials.keycloak.address.CallerAddress;
import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.keycloak.history.AuditTrail;
import io.apicredentials.keycloak.manage.ChangeLog;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.provider.ApiCredentials;
import io.apicredentials.keycloak.rights.CallerRights;
import java.time.InstantSource;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Puts the resource {@code api-credentials} under {@code /admin/realms/{realm}}. */
public final class ApiCredentialsResourceFactory
        implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        CallerRights rights = new CallerRights(realm, auth);
        ProxySettings proxies = ApiCredentials.options(session).proxies();
        AuditTrail.of(session).refuseWith(failed -> Refusal.notRecorded());
        ChangeLog changes = ChangeLog.ofAdministrator(session, realm, adminEvent, author(session, rights, proxies));
        return new ApiCredentialsResource(
                new ManageContext(session, realm, changes, InstantSource.system()), rights, proxies);
    }

    private static Author author(KeycloakSession session, CallerRights rights, ProxySettings proxies) {
        CallerAddress caller = CallerAddress.of(
                session.getContext().getHttpRequest(), session.getContext().getConnection(), proxies);
        return new Author(
                Author.Kind.USER.word(),
                Optional.of(rights.userRealm()),
                Optional.of(rights.userId()),
                Optional.of(rights.username()),
                Optional.of(rights.clientId()),
                Optional.ofNullable(caller.text()),
                Author.Way.REST.word());
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getId() {
        return "api-credentials";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
