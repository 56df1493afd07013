package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.ContentRepresentation;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.settings.CatalogueFile;
import io.apicredentials.permission.PermissionCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.util.JsonSerialization;

/** Requests as the resource reads them, for tests of other packages. */
public final class RequestBodies {

    private static final PermissionCatalogue CATALOGUE = CatalogueFile.catalogue();
    private static final CredentialRepresentation PRESENT = present(null);

    private static final StoredCredential STORED =
            new StoredCredential("7351ea3d", "apicred-1", "Treasury", null, true, 0, Map.of());
    private static final CredentialRequest.Judge DEMANDS_NOTHING = (before, after) -> List.of();

    private RequestBodies() {}

    /** Whether a creation is accepted; anything but an acceptance or an answer 400 is thrown. */
    public static boolean acceptsCreation(byte[] body) {
        return accepts(body, stream -> CredentialRequest.create(stream, CATALOGUE, DEMANDS_NOTHING));
    }

    /** The same for an update of a credential of the set {@code wallets}. */
    public static boolean acceptsUpdate(byte[] body) {
        return acceptsUpdate(PRESENT, body);
    }

    /** The same for a question whether a use would be admitted. */
    public static boolean acceptsQuestion(byte[] body) {
        return accepts(body, stream -> ExplainRequest.read(stream, Instant.EPOCH));
    }

    /** The same for one that was last changed at this instant. */
    static boolean acceptsUpdate(String updatedAt, String body) {
        return acceptsUpdate(present(updatedAt), body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean acceptsUpdate(CredentialRepresentation present, byte[] body) {
        return accepts(
                body,
                stream -> CredentialRequest.update(
                        RequestJson.read(stream), CATALOGUE.find("wallets"), present, STORED, DEMANDS_NOTHING));
    }

    private static CredentialRepresentation present(@Nullable String updatedAt) {
        return new CredentialRepresentation(
                "7351ea3d",
                "apicred-1",
                "wallets",
                new ContentRepresentation("Treasury", null, null, null, null, null, null),
                true,
                "enabled",
                null,
                "a69cb9ae",
                null,
                updatedAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What a creation that is refused is answered; empty for one that is accepted. */
    public static String answer(byte[] body) {
        return refusal(body, stream -> CredentialRequest.create(stream, CATALOGUE, DEMANDS_NOTHING))
                .map(RequestBodies::json)
                .orElse("");
    }

    private static boolean accepts(byte[] body, Consumer<InputStream> reader) {
        return refusal(body, reader).isEmpty();
    }

    private static Optional<Problems.Answer> refusal(byte[] body, Consumer<InputStream> reader) {
        try {
            reader.accept(new ByteArrayInputStream(body));
            return Optional.empty();
        } catch (ErrorResponseException refused) {
            int status = refused.getResponse().getStatus();
            if (status != 400) {
                throw new AssertionError("answered " + status, refused);
            }
            return Optional.of((Problems.Answer) refused.getResponse().getEntity());
        }
    }

    private static String json(Problems.Answer errors) {
        try {
            return JsonSerialization.writeValueAsString(errors);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
