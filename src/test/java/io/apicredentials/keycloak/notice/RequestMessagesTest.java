package io.apicredentials.keycloak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.ApprovalRule;
import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.Operation;
import io.apicredentials.approval.RequestStatus;
import io.apicredentials.testing.ThemeMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the mails about requests for approval: each is there, and none is left over. */
class RequestMessagesTest {

    private static final String PREFIX = "apiCredentialRequest.";
    private static final Pattern KEY = Pattern.compile("msg\\(\"(" + Pattern.quote(PREFIX) + "[A-Za-z_.]+)\"");

    static Stream<RequestMail> mails() {
        return Stream.of(Operation.values())
                .flatMap(operation -> Stream.of(RequestStatus.values()).map(status -> mail(operation, status)));
    }

    private static RequestMail mail(Operation operation, RequestStatus status) {
        ApprovalRequest request = ApprovalRequest.open(
                "id.1",
                operation,
                ContentDigest.of(operation, "id", Map.of(), Map.of()),
                "requester",
                Optional.empty(),
                new ApprovalRule(Set.of(), 1, ApprovalRule.DEFAULT_TIMEOUT, false),
                Instant.parse("2026-03-01T12:00:00Z"));
        RequestNotice notice = new RequestNotice(
                "realm",
                "id",
                "The name",
                Optional.empty(),
                request,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.of("https://id.example.com/admin"));
        return new RequestMail(notice, "a@example.com", "user", "master", "a realm/with #", "Alice");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everyMailHasASubjectAndSentences(RequestMail mail) throws IOException {
        ThemeMessages english = ThemeMessages.read(PREFIX, "en");

        assertThat(english.placeholders(mail.subject())).containsExactly("{0}");
        assertThat(texts(mail))
                .allSatisfy(text -> assertThat(english.text(text)).isNotBlank());
    }

    @Test
    void everyTextBelongsToAMailOrATemplate() throws IOException {
        Set<String> used = mails().flatMap(RequestMessagesTest::texts).collect(Collectors.toCollection(TreeSet::new));
        for (String form : Set.of("text", "html")) {
            String template = Files.readString(
                    ThemeMessages.RESOURCES.resolve("templates/" + form + "/api-credential-request.ftl"));
            KEY.matcher(template).results().map(found -> found.group(1)).forEach(used::add);
        }

        assertThat(ThemeMessages.read(PREFIX, "en").keys()).isEqualTo(used);
    }

    @Test
    void aNameIsOnePartOfALink() {
        assertThat(mail(Operation.CREATE, RequestStatus.OPEN).attributes())
                .containsEntry(
                        "link",
                        "https://id.example.com/admin/master/console/#/a%20realm%2Fwith%20%23/api-credentials/approvals/id.1");
    }

    private static Stream<String> texts(RequestMail mail) {
        return Stream.concat(mail.sentences().stream(), Stream.of(mail.subject(), mail.operation(), mail.why()));
    }
}
