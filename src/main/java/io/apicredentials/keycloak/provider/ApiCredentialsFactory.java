package io.apicredentials.keycloak.provider;

import io.apicredentials.keycloak.cluster.MergedCluster;
import io.apicredentials.keycloak.history.HistoryTables;
import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.metrics.CredentialGauges;
import io.apicredentials.keycloak.metrics.MetricsOption;
import io.apicredentials.keycloak.notice.NoticeTimer;
import io.apicredentials.keycloak.notice.RequestNotices;
import io.apicredentials.keycloak.settings.ClientFlow;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Reads the options of the server, has the realms prepared for API credentials, and starts the timer of notices. */
public final class ApiCredentialsFactory implements ProviderFactory<ApiCredentials> {

    static final String ID = "server";

    private static final Logger LOG = Logger.getLogger(ApiCredentialsFactory.class);

    private ServerOptions options = ServerOptions.UNKNOWN;
    private boolean hasMetrics;

    @Override
    public void init(Config.Scope config) {
        options = OptionReader.ofServer(config).read();
        options.logWarnings();
        hasMetrics = MetricsOption.isOn(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // An execution without its provider ends every authentication that reaches it with an error.
        boolean canAuthenticate =
                factory.getProviderFactory(ClientAuthenticator.class, ClientFlow.AUTHENTICATOR) != null;
        if (canAuthenticate) {
            Installer.register(factory, options.installIntoExistingRealms());
            NoticeTimer.register(factory, options.noticeInterval());
            RequestNotices.register(factory);
            MergedCluster.register(factory);
            HistoryTables.register(
                    factory, options.usage().flushInterval(), options.usage().retention());
            if (hasMetrics) {
                CredentialGauges.register(factory);
            }
            HistoryTables.keepAudit(factory, options.auditRetention());
            HistoryTables.forgetCounts(factory);
        } else {
            LOG.warnf("The client authenticator %s is disabled: realms are not prepared", ClientFlow.AUTHENTICATOR);
        }
    }

    @Override
    public ApiCredentials create(KeycloakSession session) {
        return new ApiCredentials(options);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void close() {}
}
