package io.apicredentials.keycloak.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.testing.AuditedFields;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console has a text for each field that a record of a change can have. */
class AuditedFieldsTest {

    /** What {@link AuditedJson} says of a credential beside its content and its link. */
    private static final List<String> BESIDE = List.of(
            "clientId",
            "enabled",
            "permissionSet",
            "tokensRevokedUntil",
            "secrets",
            "request.id",
            "request.operation",
            "request.status");

    /** What {@link ProposedChange} asks for beside a content. */
    private static final List<String> ASKED =
            List.of("permissionSet", "enabled", "revokeTokens", "overlap", "delivery", "validFor", "addressBound");

    @Test
    void ofACredential() {
        Stream<String> link = fields("delivery.", DeliveryRepresentation.class);
        assertThat(AuditedFields.of("credential"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(content(), Stream.concat(link, BESIDE.stream()))
                        .toList());
    }

    @Test
    void ofARequest() {
        assertThat(AuditedFields.of("proposed"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(content(), ASKED.stream()).toList());
    }

    @Test
    void ofTheSettings() {
        assertThat(AuditedFields.of("settings"))
                .containsExactlyInAnyOrderElementsOf(
                        RealmSetting.ALL.stream().map(RealmSetting::path).toList());
    }

    private static Stream<String> content() {
        return fields("", ContentRepresentation.class);
    }

    private static Stream<String> fields(String within, Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? fields(within + component.getName() + ".", component.getType())
                        : Stream.of(within + component.getName()));
    }
}
