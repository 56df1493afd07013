package io.apicredentials.keycloak.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** The flow by which a realm authenticates its clients, as far as API credentials depend on it. */
public record ClientFlow(RealmModel realm) {

    /** Our authenticator: the execution in the flow, and the {@code clientAuthenticatorType} of every API credential. */
    public static final String AUTHENTICATOR = "api-credential";

    /** The flow that the realm uses at present; an administrator may bind another one. */
    public AuthenticationFlowModel bound() {
        return realm.getClientAuthenticationFlow();
    }

    /** Whether our authenticator is in the flow at all, in whatever state. */
    public boolean hasExecution() {
        return executions().stream().anyMatch(ClientFlow::isOurs);
    }

    /**
     * Why no request ever reaches our authenticator, and what to do about it; empty when requests do. Keycloak runs the
     * first required execution and no other, or else all the alternative ones.
     */
    public Optional<String> obstacle() {
        List<AuthenticationExecutionModel> executions = executions();
        Optional<AuthenticationExecutionModel> required = executions.stream()
                .filter(AuthenticationExecutionModel::isRequired)
                .findFirst();
        Predicate<AuthenticationExecutionModel> runs =
                execution -> required.map(execution::equals).orElse(execution.isAlternative());
        return executions.stream().filter(ClientFlow::isOurs).anyMatch(runs)
                ? Optional.empty()
                : Optional.of("The realm's client authentication flow '" + bound().getAlias() + "' "
                        + reason(required.isPresent()) + ".");
    }

    private String reason(boolean isBehindRequired) {
        if (!hasExecution()) {
            return "does not have the execution 'API credential', so that no API credential can authenticate; create an API"
                    + " credential or save one with PUT, which adds it";
        }
        return isBehindRequired
                ? "has a required execution, so that no API credential can authenticate; make all its executions alternative"
                : "has the execution 'API credential' disabled, so that no API credential can authenticate; make it"
                        + " alternative";
    }

    /** In the order in which Keycloak offers a request to them. */
    private List<AuthenticationExecutionModel> executions() {
        return realm.getAuthenticationExecutionsStream(bound().getId()).toList();
    }

    private static boolean isOurs(AuthenticationExecutionModel execution) {
        return AUTHENTICATOR.equals(execution.getAuthenticator());
    }
}
