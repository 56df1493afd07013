package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.Author;
import io.apicredentials.audit.ChainEnd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuditTableTest {

    private static final String ID = "J\u00fcrgens \u6f22\u5b57 C:\\users";

    private final AuditRow row = AuditRow.of(AuditRecord.after(
            ChainEnd.NONE,
            new AuditEntry(
                    Instant.ofEpochMilli(1_800_000_000_000L),
                    "realm",
                    Optional.of(ID),
                    "create",
                    Author.ofServer(Author.Way.IMPORT),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));

    @AutoClose
    private final HeardLog log = new HeardLog(AuditTable.class);

    @Test
    void aHeadThatWasRemovedIsAnError() {
        assertThat(new AuditTable(new StubEntities(List.of(row), 1).proxy()).addHead("realm"))
                .isEqualTo(1);

        assertThat(log.lines).hasSize(1);
        assertThat(log.lines.get(0)).startsWith("ERROR");
    }

    /** The records may be the first of the realm, which that node has added with the head. */
    @Test
    void aHeadThatAnotherNodeHasAddedIsNone() {
        assertThat(new AuditTable(new StubEntities(List.of(row), 0).proxy()).addHead("realm"))
                .isZero();

        assertThat(log.lines).isEmpty();
    }

    @Test
    void aNewRealmHasNoneYet() {
        new AuditTable(new StubEntities(List.of(), 1).proxy()).addHead("realm");

        assertThat(log.lines).isEmpty();
    }

    /** Imports take any text for an id. */
    @Test
    void anIdOfAnyCharactersIsAskedForAsItWasWritten() {
        StubEntities entities = new StubEntities(List.of(row), 0);
        AuditFilter filter = AuditFilter.ofCredential(ID, List.of(), Set.of("realm"));

        List<AuditRecord> found = new AuditQuery(entities.proxy(), "realm", filter).page(0, 10);

        assertThat(entities.parameters).containsEntry("credential", row.credentialId);
        assertThat(found.get(0).entry().credential()).contains(ID);
    }
}
