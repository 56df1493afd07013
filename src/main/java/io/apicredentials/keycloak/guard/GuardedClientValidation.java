package io.apicredentials.keycloak.guard;

import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.validation.ClientValidationContext;
import org.keycloak.validation.ClientValidationProvider;
import org.keycloak.validation.DefaultClientValidationProvider;
import org.keycloak.validation.ValidationContext;
import org.keycloak.validation.ValidationResult;

/** Keycloak's own validation of clients and, for API credentials, ours, for edits that publish no event. */
final class GuardedClientValidation implements ClientValidationProvider {

    private final DefaultClientValidationProvider keycloaks = new DefaultClientValidationProvider();

    @Override
    public ValidationResult validate(ValidationContext<ClientModel> context) {
        guard(context);
        ValidationResult result = keycloaks.validate(context);
        if (result.isValid()) {
            ClientGuard.letGo(context.getSession(), context.getObjectToValidate());
        }
        return result;
    }

    @Override
    public ValidationResult validate(ClientValidationContext.OIDCContext context) {
        guard(context);
        return keycloaks.validate(context);
    }

    private static void guard(ValidationContext<ClientModel> context) {
        List<String> problems = new ClientGuard(context.getSession(), context.getObjectToValidate()).check();
        problems.forEach(context::addError);
    }
}
