package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.Author;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/**
 * A row of our table of audit records. The row of a realm with the number 0 is its head: where its chain ends, and where what is
 * left of it begins. Not final, since JPA does not allow that.
 */
@Entity(name = AuditRow.NAME)
@Table(name = "API_CREDENTIAL_AUDIT")
class AuditRow implements Serializable {

    static final String NAME = "ApiCredentialAudit";

    private static final long serialVersionUID = 1;

    @Id
    @Column(name = "REALM_ID")
    String realmId = "";

    @Id
    @Column(name = "SEQ")
    long seq;

    /** Milliseconds since the epoch. */
    @Column(name = "RECORDED_AT")
    long recordedAt;

    @Column(name = "CREDENTIAL_ID")
    @Nullable String credentialId;

    @Column(name = "OPERATION")
    String operation = "";

    @Column(name = "AUTHOR_KIND")
    String authorKind = "";

    @Column(name = "USER_REALM_ID")
    @Nullable String userRealmId;

    @Column(name = "USER_ID")
    @Nullable String userId;

    @Nationalized
    @Column(name = "USER_NAME")
    @Nullable String userName;

    @Nationalized
    @Column(name = "CLIENT_ID")
    @Nullable String clientId;

    @Column(name = "ADDRESS")
    @Nullable String address;

    @Column(name = "WAY")
    String way = "";

    @Nationalized
    @Column(name = "REASON")
    @Nullable String reason;

    @Nationalized
    @Column(name = "DETAILS")
    @Nullable String details;

    @Nationalized
    @Column(name = "STATE_BEFORE")
    @Nullable String before;

    @Nationalized
    @Column(name = "STATE_AFTER")
    @Nullable String after;

    /** Of the head: the digest of the last record that was pruned. */
    @Column(name = "PREVIOUS_DIGEST")
    String previous = "";

    /** Of the head: that of the last record. */
    @Column(name = "DIGEST")
    String digest = "";

    /** Of the head only: the number of the last record. */
    @Column(name = "LAST_SEQ")
    @Nullable Long lastSeq;

    /** Of the head only: the number of the last record that was pruned. */
    @Column(name = "PRUNED_SEQ")
    @Nullable Long prunedSeq;

    static AuditRow of(AuditRecord record) {
        AuditEntry entry = record.entry();
        Author author = entry.author();
        AuditRow row = new AuditRow();
        row.realmId = entry.realm();
        row.seq = record.sequence();
        row.recordedAt = entry.at().toEpochMilli();
        row.credentialId = entry.credential().orElse(null);
        row.operation = entry.operation();
        row.authorKind = author.kind();
        row.userRealmId = author.realm().map(StoredText.NARROW::write).orElse(null);
        row.userId = author.id().map(StoredText.NARROW::write).orElse(null);
        row.userName = author.name().map(StoredText.WIDE::write).orElse(null);
        row.clientId = author.client().map(StoredText.WIDE::write).orElse(null);
        row.address = author.address().map(StoredText.NARROW::write).orElse(null);
        row.way = author.way();
        row.reason = entry.reason().map(StoredText.WIDE::write).orElse(null);
        row.details = entry.details().map(StoredText::writeJson).orElse(null);
        row.before = entry.before().map(StoredText::writeJson).orElse(null);
        row.after = entry.after().map(StoredText::writeJson).orElse(null);
        row.previous = record.previous();
        row.digest = record.digest();
        return row;
    }

    AuditRecord record() {
        Author author = new Author(
                authorKind,
                Optional.ofNullable(userRealmId).map(StoredText::read),
                Optional.ofNullable(userId).map(StoredText::read),
                Optional.ofNullable(userName).map(StoredText::read),
                Optional.ofNullable(clientId).map(StoredText::read),
                Optional.ofNullable(address).map(StoredText::read),
                way);
        AuditEntry entry = new AuditEntry(
                Instant.ofEpochMilli(recordedAt),
                realmId,
                Optional.ofNullable(credentialId),
                operation,
                author,
                Optional.ofNullable(reason).map(StoredText::read),
                Optional.ofNullable(details).map(StoredText::readJson),
                Optional.ofNullable(before).map(StoredText::readJson),
                Optional.ofNullable(after).map(StoredText::readJson));
        return new AuditRecord(seq, entry, previous, digest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditRow row && seq == row.seq && realmId.equals(row.realmId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(realmId, seq);
    }
}
