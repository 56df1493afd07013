package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.Author;
import io.apicredentials.secret.ClientSecret;
import java.util.Optional;

/** Makes an entry what the table has room for, and takes secrets out that somebody may have put into a text. */
final class StorableEntry {

    private static final int REALM = 36;
    private static final int NAME = 255;
    private static final int ADDRESS = 45;
    private static final int REASON = 1_000;

    private StorableEntry() {}

    static AuditEntry of(AuditEntry entry) {
        Author author = entry.author();
        return new AuditEntry(
                entry.at(),
                entry.realm(),
                entry.credential(),
                entry.operation(),
                new Author(
                        author.kind(),
                        text(author.realm(), REALM),
                        text(author.id(), NAME),
                        text(author.name(), NAME),
                        text(author.client(), NAME),
                        text(author.address(), ADDRESS),
                        author.way()),
                text(entry.reason(), REASON),
                text(entry.details(), Integer.MAX_VALUE),
                text(entry.before(), Integer.MAX_VALUE),
                text(entry.after(), Integer.MAX_VALUE));
    }

    private static Optional<String> text(Optional<String> text, int longest) {
        return text.map(StorableEntry::whole)
                .map(ClientSecret::mask)
                .map(whole -> whole.length() > longest ? whole(whole.substring(0, longest)) : whole)
                .filter(stored -> !stored.isEmpty());
    }

    /** Without what has no UTF-8, and without the character that PostgreSQL has not. */
    private static String whole(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? '\ufffd'
                        : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
