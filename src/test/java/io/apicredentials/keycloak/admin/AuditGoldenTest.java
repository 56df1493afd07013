package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.Author;
import io.apicredentials.audit.ChainCheck;
import io.apicredentials.audit.ChainEnd;
import io.apicredentials.audit.ChainFault;
import io.apicredentials.keycloak.history.AuditFilter;
import io.apicredentials.keycloak.history.AuditHistory;
import io.apicredentials.testing.Golden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs read these for years: any other name, order or digest is a break. */
class AuditGoldenTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Instant AT = Instant.parse("2027-01-15T08:00:00.123Z");

    private static final AuditRecord RECORD = AuditRecord.after(
            new ChainEnd(41, "sha256:" + "a1".repeat(32)),
            new AuditEntry(
                    AT,
                    "5f6c5ac2-8f4e-4a37-9f0c-0d8f3c3a7b11",
                    Optional.of("e5d0c1f2-1111-4222-8333-444455556666"),
                    "disable",
                    new Author(
                            "user",
                            Optional.of("5f6c5ac2-8f4e-4a37-9f0c-0d8f3c3a7b11"),
                            Optional.of("0a1b2c3d-0000-4000-8000-000000000001"),
                            Optional.of("alice"),
                            Optional.of("security-admin-console"),
                            Optional.of("203.0.113.7"),
                            "rest"),
                    Optional.of("=Not needed, says \"Bob\" \ud83d\ude00"),
                    Optional.of("{\"tokens_revoked\":\"true\"}"),
                    Optional.of("{\"enabled\":true,\"name\":\"Payouts;=1\"}"),
                    Optional.of("{\"enabled\":false,\"name\":\"Payouts;=1\"}")));

    private static final AuditFilter ALL = AuditFilter.ofCredential(
            "e5d0c1f2-1111-4222-8333-444455556666", List.of(), Set.of("5f6c5ac2-8f4e-4a37-9f0c-0d8f3c3a7b11"));

    @Test
    void aRecord() {
        Golden.check(
                "audit-record.json", JSON.valueToTree(AuditRepresentation.fields(RECORD, ALL.namedRealms())), Map.of());
    }

    @ParameterizedTest
    @EnumSource(AuditExport.Format.class)
    void aFile(AuditExport.Format format) throws JsonProcessingException {
        Golden.checkText("audit." + format.word(), AuditExport.head(format) + AuditExport.line(format, RECORD, ALL));
    }

    @Test
    void anAnswerOfTheCheck() {
        Golden.check("verification.json", verification(Optional.empty()), Map.of());
        Golden.check(
                "verification-broken.json",
                verification(Optional.of(new ChainCheck.Broken(42, ChainFault.CHANGED))),
                Map.of());
    }

    private static JsonNode verification(Optional<ChainCheck.Broken> broken) {
        return JSON.valueToTree(VerificationRepresentation.of(
                new AuditHistory.Verification(new ChainEnd(40, "sha256:" + "b2".repeat(32)), RECORD.end(), 2, broken),
                AT));
    }
}
