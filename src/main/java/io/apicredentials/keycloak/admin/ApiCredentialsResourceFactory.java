package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.manage.ChangeLog;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.provider.ApiCredentials;
import io.apicredentials.keycloak.rights.CallerRights;
import java.time.InstantSource;
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
        ManageContext context = new ManageContext(session, realm, new ChangeLog(adminEvent), InstantSource.system());
        return new ApiCredentialsResource(
                context,
                new CallerRights(realm, auth),
                ApiCredentials.options(session).proxies());
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
