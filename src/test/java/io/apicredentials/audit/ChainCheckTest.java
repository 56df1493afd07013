package io.apicredentials.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChainCheckTest {

    private static final int LENGTH = 9;

    private final List<AuditRecord> chain = AuditRecords.chain(LENGTH);
    private final ChainEnd head = chain.get(LENGTH - 1).end();

    @Test
    void aChainAsItWasWrittenIsRight() {
        assertThat(check(ChainEnd.NONE, chain, head)).isEmpty();
    }

    @Test
    void noRecordsAreAChain() {
        assertThat(check(ChainEnd.NONE, List.of(), ChainEnd.NONE)).isEmpty();
    }

    @Test
    void whatIsLeftAfterPruningIsRightFromTheAnchorOn() {
        assertThat(check(chain.get(3).end(), chain.subList(4, LENGTH), head)).isEmpty();
    }

    @Test
    void anotherAnchorIsNoticedAtTheFirstRecord() {
        assertThat(check(new ChainEnd(4, ChainEnd.NONE.digest()), chain.subList(4, LENGTH), head))
                .contains(new ChainCheck.Broken(5, ChainFault.DETACHED));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anythingElseInAFieldIsAChange(String field, UnaryOperator<AuditEntry> change) {
        AuditRecord fourth = chain.get(3);
        chain.set(3, new AuditRecord(4, change.apply(fourth.entry()), fourth.previous(), fourth.digest()));

        assertThat(check(ChainEnd.NONE, chain, head)).as(field).contains(new ChainCheck.Broken(4, ChainFault.CHANGED));
    }

    static Stream<Arguments> changes() {
        Author author = AuditRecords.entry("x").author();
        return Stream.of(
                change("at", e -> with(e, e.at().plusMillis(1), e.author(), e.operation())),
                change("operation", e -> with(e, e.at(), e.author(), "other")),
                change("user", e -> with(e, e.at(), by(author, "u2", "alice", "203.0.113.7", "rest"), e.operation())),
                change("realm of the user", e -> with(e, e.at(), ofNoRealm(author), e.operation())),
                change("name", e -> with(e, e.at(), by(author, "u1", "bob", "203.0.113.7", "rest"), e.operation())),
                change(
                        "address",
                        e -> with(e, e.at(), by(author, "u1", "alice", "203.0.113.8", "rest"), e.operation())),
                change("way", e -> with(e, e.at(), by(author, "u1", "alice", "203.0.113.7", "timer"), e.operation())),
                change("after", e -> states(e, e.before(), Optional.of("{}"))),
                change("before", e -> states(e, Optional.empty(), e.after())),
                change("half of a character", e -> states(e, Optional.of("\ud800"), e.after())));
    }

    /** Whatever stands in the place of its digest, and of those that follow. */
    @ParameterizedTest
    @MethodSource("withoutCanonicalForm")
    void whatHasNoCanonicalFormIsNeverRight(String field, UnaryOperator<AuditEntry> change) {
        for (String digest : List.of("", ChainEnd.NONE.digest())) {
            List<AuditRecord> forged = new ArrayList<>(chain.subList(0, 3));
            AuditRecord fourth = chain.get(3);
            forged.add(new AuditRecord(4, change.apply(fourth.entry()), fourth.previous(), digest));
            assertThat(check(ChainEnd.NONE, forged, forged.get(3).end()))
                    .as(field)
                    .contains(new ChainCheck.Broken(4, ChainFault.CHANGED));
            for (int i = 4; i < LENGTH; i++) {
                forged.add(
                        AuditRecord.after(forged.get(i - 1).end(), chain.get(i).entry()));
            }
            assertThat(check(ChainEnd.NONE, forged, forged.get(LENGTH - 1).end()))
                    .as(field)
                    .isPresent();
        }
    }

    static Stream<Arguments> withoutCanonicalForm() {
        Instant tooLate = Instant.ofEpochMilli(1L << 53);
        return Stream.of(
                change("at", e -> with(e, tooLate, e.author(), e.operation())),
                change("half of a character", e -> states(e, Optional.of("\ud800"), e.after())));
    }

    private static Arguments change(String field, UnaryOperator<AuditEntry> change) {
        return Arguments.of(field, change);
    }

    private static Author by(Author author, String id, String name, String address, String way) {
        return new Author(
                author.kind(),
                author.realm(),
                Optional.of(id),
                Optional.of(name),
                author.client(),
                Optional.of(address),
                way);
    }

    private static Author ofNoRealm(Author author) {
        return new Author(
                author.kind(),
                Optional.empty(),
                author.id(),
                author.name(),
                author.client(),
                author.address(),
                author.way());
    }

    private static AuditEntry with(AuditEntry e, Instant at, Author author, String operation) {
        return new AuditEntry(
                at, e.realm(), e.credential(), operation, author, e.reason(), e.details(), e.before(), e.after());
    }

    private static AuditEntry states(AuditEntry e, Optional<String> before, Optional<String> after) {
        return new AuditEntry(
                e.at(), e.realm(), e.credential(), e.operation(), e.author(), e.reason(), e.details(), before, after);
    }

    @Test
    void aRecordThatWasReplacedWithItsDigestIsNoticedAtTheNext() {
        chain.set(3, AuditRecord.after(chain.get(2).end(), AuditRecords.entry("forged")));

        assertThat(check(ChainEnd.NONE, chain, head)).contains(new ChainCheck.Broken(5, ChainFault.DETACHED));
    }

    @Test
    void theLastRecordReplacedWithItsDigestIsNoticedAtTheHead() {
        chain.set(LENGTH - 1, AuditRecord.after(chain.get(LENGTH - 2).end(), AuditRecords.entry("forged")));

        assertThat(check(ChainEnd.NONE, chain, head)).contains(new ChainCheck.Broken(LENGTH, ChainFault.HEAD));
    }

    @Test
    void eachRemovedRecordIsMissing() {
        for (int removed = 1; removed <= LENGTH; removed++) {
            List<AuditRecord> left = new ArrayList<>(chain);
            left.remove(removed - 1);
            assertThat(check(ChainEnd.NONE, left, head)).contains(new ChainCheck.Broken(removed, ChainFault.MISSING));
        }
    }

    @Test
    void aRecordThatWasRemovedAndTheRestRenumberedIsNoticed() {
        List<AuditRecord> left = new ArrayList<>(chain.subList(0, 3));
        chain.subList(4, LENGTH).forEach(record -> left.add(AuditRecords.at(record.sequence() - 1, record)));

        assertThat(check(ChainEnd.NONE, left, head)).contains(new ChainCheck.Broken(4, ChainFault.MOVED));
    }

    @Test
    void twoRecordsThatChangedPlacesAreNoticedWhicheverTheyAre() {
        for (int first = 1; first < LENGTH; first++) {
            for (int second = first + 1; second <= LENGTH; second++) {
                List<AuditRecord> swapped = new ArrayList<>(chain);
                swapped.set(first - 1, AuditRecords.at(first, chain.get(second - 1)));
                swapped.set(second - 1, AuditRecords.at(second, chain.get(first - 1)));
                assertThat(check(ChainEnd.NONE, swapped, head))
                        .contains(new ChainCheck.Broken(first, ChainFault.MOVED));
            }
        }
    }

    @Test
    void aRecordBetweenOthersIsInserted() {
        List<AuditRecord> more = new ArrayList<>(chain.subList(0, 3));
        more.add(new AuditRecord(
                4,
                AuditRecords.entry("forged"),
                chain.get(2).digest(),
                chain.get(3).digest()));
        chain.subList(3, LENGTH).forEach(record -> more.add(AuditRecords.at(record.sequence() + 1, record)));

        assertThat(check(ChainEnd.NONE, more, head)).contains(new ChainCheck.Broken(4, ChainFault.INSERTED));
    }

    @Test
    void aRecordAfterTheLastOrBeforeTheFirstIsInserted() {
        List<AuditRecord> more = new ArrayList<>(chain);
        more.add(AuditRecord.after(head, AuditRecords.entry("forged")));

        assertThat(check(ChainEnd.NONE, more, head)).contains(new ChainCheck.Broken(LENGTH + 1, ChainFault.INSERTED));
        assertThat(check(chain.get(3).end(), chain, head)).contains(new ChainCheck.Broken(1, ChainFault.INSERTED));
    }

    private static Optional<ChainCheck.Broken> check(ChainEnd anchor, List<AuditRecord> records, ChainEnd head) {
        ChainCheck check = new ChainCheck(anchor);
        records.forEach(record -> check.add(record, head));
        return check.end(head);
    }
}
