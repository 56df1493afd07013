package io.apicredentials.keycloak.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of our table of uses, for Hibernate: it knows the dialect of the database and its schema. No object of it is ever made;
 * {@link UsageTable} has the statements. Not final, since JPA does not allow that.
 */
@Entity(name = UsageRow.NAME)
@Table(name = "API_CREDENTIAL_USAGE")
class UsageRow implements Serializable {

    static final String NAME = "ApiCredentialUsage";

    private static final long serialVersionUID = 1;

    @Id
    @Column(name = "CREDENTIAL_ID")
    String credentialId = "";

    @Id
    @Column(name = "OUTCOME")
    String outcome = "";

    /** Hours since the epoch. */
    @Id
    @Column(name = "USE_HOUR")
    long useHour;

    @Id
    @Column(name = "SECRET_ID")
    String secretId = "";

    @Id
    @Column(name = "ADDRESS")
    String address = "";

    @Column(name = "USES")
    long uses;

    /** Milliseconds since the epoch. */
    @Column(name = "LAST_AT")
    long lastAt;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UsageRow row
                && useHour == row.useHour
                && credentialId.equals(row.credentialId)
                && outcome.equals(row.outcome)
                && secretId.equals(row.secretId)
                && address.equals(row.address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(credentialId, outcome, useHour, secretId, address);
    }
}
