package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.DerivedId;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * The execution in the client authentication flow that the realm uses. Through the model API, since the admin REST API
 * refuses to change a built-in flow.
 */
record ExecutionInstallation(RealmModel realm) implements Step {

    @Override
    public boolean isDone() {
        return new ClientFlow(realm).hasExecution();
    }

    /**
     * Last in the flow: a node without the JAR fails on reaching an execution that it does not know, and at the end only
     * requests reach it that nobody else could authenticate.
     */
    @Override
    public void complete() {
        AuthenticationFlowModel flow = new ClientFlow(realm).bound();
        int lastPriority = realm.getAuthenticationExecutionsStream(flow.getId())
                .mapToInt(AuthenticationExecutionModel::getPriority)
                .max()
                .orElse(0);
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setId(DerivedId.of(realm, "execution:" + flow.getId()));
        execution.setParentFlow(flow.getId());
        execution.setAuthenticator(ClientFlow.AUTHENTICATOR);
        execution.setRequirement(AuthenticationExecutionModel.Requirement.ALTERNATIVE);
        execution.setPriority(lastPriority + 10);
        execution.setAuthenticatorFlow(false);
        realm.addAuthenticatorExecution(execution);
    }
}
