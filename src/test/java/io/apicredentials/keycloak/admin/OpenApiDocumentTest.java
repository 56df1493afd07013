package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.approval.Operation;
import io.apicredentials.audit.AuditOperation;
import io.apicredentials.audit.ChainFault;
import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.delivery.DeliveryResource;
import io.apicredentials.keycloak.json.ApprovalRepresentation;
import io.apicredentials.keycloak.json.ContentRepresentation;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.settings.PermissionsForm;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.TokenType;
import io.apicredentials.secret.Environment;
import io.apicredentials.suggestion.Uncovered;
import io.apicredentials.testing.openapi.ApiDocument;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The document has what the sources have, and nothing else. */
class OpenApiDocumentTest {

    private static final ApiDocument DOCUMENT = ApiDocument.shipped();

    /** What is answered, by the names of its schemas; what is in these is compared with them. */
    private static final Map<String, Class<?>> ANSWERS = Map.ofEntries(
            Map.entry("CredentialFields", CredentialRepresentation.class),
            Map.entry("PermissionSet", PermissionSetRepresentation.class),
            Map.entry("SelfTest", SelfTestRepresentation.class),
            Map.entry("Secrets", SecretsRepresentation.class),
            Map.entry("LastUsed", LastUsedRepresentation.class),
            Map.entry("Activity", ActivityRepresentation.class),
            Map.entry("Activities", BriefActivitiesRepresentation.class),
            Map.entry("Suggestions", SuggestionsRepresentation.class),
            Map.entry("Explanation", ExplanationRepresentation.class),
            Map.entry("WhatIf", WhatIfRepresentation.class),
            Map.entry("Usage", UsageRepresentation.class),
            Map.entry("Changes", ChangesRepresentation.class),
            Map.entry("Timeline", Timeline.class),
            Map.entry("AuditRecords", AuditRepresentation.class),
            Map.entry("Verification", VerificationRepresentation.class),
            Map.entry("StopPreview", StopPreviewRepresentation.class),
            Map.entry("SettingsDryRun", ViolatingRepresentation.class),
            Map.entry("Approval", ApprovalRepresentation.class),
            Map.entry("Problems", Problems.Answer.class));

    /** Those that have a field more, of which the document has one schema. */
    private static final Set<Class<?>> ISSUED =
            Set.of(NewCredentialRepresentation.class, OfferedCredentialRepresentation.class);

    @Test
    void hasTheRoutes() {
        List<String> routes = new ArrayList<>();
        collect(ApiCredentialsResource.class, "/api-credentials", routes);
        collect(DeliveryResource.class, "/api-credential-delivery", routes);

        assertThat(DOCUMENT.operations())
                .extracting(io.apicredentials.testing.openapi.Operation::toString)
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    private static void collect(Class<?> resource, String above, List<String> routes) {
        for (Method method : resource.getDeclaredMethods()) {
            Path below = method.getAnnotation(Path.class);
            String path = below == null ? above : above + "/" + below.value();
            List<String> verbs = Arrays.stream(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .map(type -> type.getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(HttpMethod::value)
                    .toList();
            verbs.forEach(verb -> routes.add(verb + " " + path));
            if (verbs.isEmpty() && below != null) {
                collect(method.getReturnType(), path, routes);
            }
        }
    }

    @Test
    void hasTheFieldsOfAnswers() {
        assertThat(compared().differences()).isEmpty();
    }

    @Test
    void hasEachRepresentation() {
        Set<Class<?>> missing = new HashSet<>(representations());
        missing.removeAll(compared().compared().values());
        // Their fields are fields of others.
        missing.removeAll(ISSUED);
        missing.remove(ContentRepresentation.class);

        assertThat(missing).isEmpty();
        assertThat(DOCUMENT.schema("IssuedCredential").at("/allOf/1/properties").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(ISSUED.stream()
                        .map(type -> type.getRecordComponents()[1].getName())
                        .toList());
    }

    private static AnswerShape compared() {
        AnswerShape shape = new AnswerShape(DOCUMENT);
        ANSWERS.forEach(shape::compare);
        return shape;
    }

    private static List<Class<?>> representations() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.apicredentials.keycloak")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Representation"))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @Test
    void hasTheFieldsOfAuditRecords() {
        assertThat(DOCUMENT.fields(DOCUMENT.schema("AuditRecord")).keySet())
                .containsExactlyInAnyOrderElementsOf(AuditRepresentation.NAMES);
    }

    @Test
    void hasTheSettings() {
        List<String> paths = new ArrayList<>();
        DOCUMENT.fields(DOCUMENT.schema("SettingFields")).forEach((name, schema) -> {
            if (ApiDocument.nameOf(schema).endsWith("Settings")) {
                DOCUMENT.fields(schema).keySet().forEach(inner -> paths.add(name + "." + inner));
            } else {
                paths.add(name);
            }
        });

        assertThat(paths)
                .containsExactlyInAnyOrderElementsOf(
                        RealmSetting.ALL.stream().map(RealmSetting::path).toList());
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("/CredentialStatus", texts(CredentialStatus.values(), CredentialStatus::word)),
                Arguments.of("/RefusalReason", texts(RefusalReason.values(), RefusalReason::code)),
                Arguments.of("/Operation", texts(Operation.values(), Operation::word)),
                Arguments.of("/ApprovalSettings/properties/operations/items", Operation.ofCredentials()),
                Arguments.of("/Environment", texts(Environment.values(), Environment::word)),
                Arguments.of(
                        "/TokenSettings/properties/permissions",
                        texts(PermissionsForm.values(), PermissionsForm::word)),
                Arguments.of("/TokenSettings/properties/type", texts(TokenType.values(), TokenType::word)),
                Arguments.of("/TimelineKind", texts(TimelineKind.values(), TimelineKind::word)),
                Arguments.of("/AuditOperation", texts(AuditOperation.values(), AuditOperation::word)),
                Arguments.of("/BrokenRecord/properties/fault", texts(ChainFault.values(), ChainFault::word)),
                Arguments.of(
                        "/UncoveredUses/properties/reason", texts(Uncovered.Reason.values(), Uncovered.Reason::word)));
    }

    private static <T> List<String> texts(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).toList();
    }

    @ParameterizedTest
    @MethodSource("words")
    void hasTheWords(String place, List<String> words) {
        String[] names = place.substring(1).split("/", 2);
        JsonNode schema = DOCUMENT.schema(names[0]);
        JsonNode list = names.length == 1 ? schema : schema.at("/" + names[1]);

        assertThat(list.path("enum")).extracting(JsonNode::asText).containsExactlyElementsOf(words);
    }

    /** Else a field that nobody has described would not be noticed. */
    @Test
    void isClosed() {
        assertThat(DOCUMENT.schemaNames())
                .filteredOn(name -> !name.endsWith("Fields"))
                .filteredOn(name -> !isClosed(DOCUMENT.schema(name)))
                .isEmpty();
    }

    private static boolean isClosed(JsonNode schema) {
        boolean hasFields = schema.has("properties") || schema.has("allOf");
        return !hasFields
                || schema.path("additionalProperties").toString().equals("false")
                || schema.path("unevaluatedProperties").toString().equals("false");
    }
}
