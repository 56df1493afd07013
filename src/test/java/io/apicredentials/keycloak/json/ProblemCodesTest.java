package io.apicredentials.keycloak.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.catalogue.CatalogueProblem;
import io.apicredentials.credential.ContentProblem;
import io.apicredentials.delivery.DeliveryProblem;
import io.apicredentials.network.AddressProblem;
import io.apicredentials.permission.PermissionProblem;
import io.apicredentials.policy.PolicyProblem;
import io.apicredentials.problem.Problem;
import io.apicredentials.testing.openapi.ApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The codes of problems, which programs and translations go by, are those of docs/rest-api.md, in its order. */
class ProblemCodesTest {

    private static final Path DOCUMENT = Path.of("docs", "rest-api.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| (.+?) \\|$");
    private static final Pattern DETAIL = Pattern.compile("\\{([1-9])}");

    static Stream<Problem.Kind> kinds() {
        return Stream.<Problem.Kind[]>of(
                        AddressProblem.values(),
                        PermissionProblem.values(),
                        ContentProblem.values(),
                        PolicyProblem.values(),
                        SecretProblem.values(),
                        CatalogueProblem.values(),
                        DeliveryProblem.values(),
                        RequestProblem.values(),
                        ApprovalProblem.values())
                .flatMap(Stream::of);
    }

    @Test
    void areThoseOfTheDocument() throws IOException {
        String text = Files.readString(DOCUMENT);
        String table = text.substring(text.indexOf("### Codes"), text.indexOf("### Warnings"));
        List<String> documented = ROW.matcher(table)
                .results()
                .map(row -> row.group(1) + ": " + row.group(2))
                .toList();

        assertThat(kinds().map(kind -> kind.code() + ": " + kind.sentence())).containsExactlyElementsOf(documented);
    }

    @Test
    void areThoseOfTheOpenApiDocument() {
        assertThat(ApiDocument.shipped().schema("ProblemCode").path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(kinds().map(Problem.Kind::code).toList());
    }

    @Test
    void areDifferent() {
        assertThat(kinds().map(Problem.Kind::code)).doesNotHaveDuplicates();
    }

    /** Without a gap, since the details come in their order. */
    @ParameterizedTest
    @MethodSource("kinds")
    void numberTheDetailsOfTheirSentencesFromOne(Problem.Kind kind) {
        List<Integer> details = DETAIL.matcher(kind.sentence())
                .results()
                .map(detail -> Integer.valueOf(detail.group(1)))
                .distinct()
                .sorted()
                .toList();

        assertThat(details)
                .containsExactlyElementsOf(Stream.iterate(1, number -> number + 1)
                        .limit(details.size())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void haveASentence(Problem.Kind kind) {
        assertThat(kind.sentence()).endsWith(".").matches("['A-Z].*");
    }
}
