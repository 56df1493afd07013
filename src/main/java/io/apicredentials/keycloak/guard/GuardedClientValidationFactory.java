package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.CredentialClients;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.ErrorResponse;
import org.keycloak.storage.StoreSyncEvent;
import org.keycloak.validation.ClientValidationProvider;
import org.keycloak.validation.ClientValidationProviderFactory;

/**
 * Guards API credentials by both hooks that Keycloak offers: the validation of clients, which partial import skips, and
 * the event of their update, which the admin API v2 does not publish.
 */
public final class GuardedClientValidationFactory implements ClientValidationProviderFactory {

    private final ClientValidationProvider validation = new GuardedClientValidation();

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(GuardedClientValidationFactory::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            refuse(new ClientGuard(updated.getKeycloakSession(), updated.getUpdatedClient()).check());
        } else if (event instanceof UserModel.UserPreRemovedEvent removed) {
            refuse(ServiceAccountRemoval.problems(removed));
        } else if (event instanceof ClientModel.ClientRemovedEvent removed && !isOurs(removed)) {
            EditorRight.await(removed);
            WaitingEdit.awaitRemoval(removed);
            RecordedRemoval.await(removed);
        } else if (event instanceof StoreSyncEvent edited) {
            refuse(RealmGuard.problems(edited));
        }
    }

    /** Our own resource has seen to the right, which somebody has who approves what another wants. */
    private static boolean isOurs(ClientModel.ClientRemovedEvent removed) {
        return CredentialClients.isDeletedIn(
                removed.getKeycloakSession(), removed.getClient().getId());
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw ErrorResponse.error(String.join(" ", problems), Response.Status.BAD_REQUEST);
        }
    }

    @Override
    public ClientValidationProvider create(KeycloakSession session) {
        return validation;
    }

    @Override
    public String getId() {
        return "api-credential";
    }

    /** Above Keycloak's own, which has 0. */
    @Override
    public int order() {
        return 10;
    }
}
