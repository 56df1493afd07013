package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.Author;
import io.apicredentials.digest.WholeText;
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
                        text(author.realm(), StoredText.NARROW, REALM),
                        text(author.id(), StoredText.NARROW, NAME),
                        text(author.name(), StoredText.WIDE, NAME),
                        text(author.client(), StoredText.WIDE, NAME),
                        text(author.address(), StoredText.NARROW, ADDRESS),
                        author.way()),
                text(entry.reason(), StoredText.WIDE, REASON),
                text(entry.details()),
                text(entry.before()),
                text(entry.after()));
    }

    private static Optional<String> text(Optional<String> text, StoredText column, int longest) {
        return text(text).map(whole -> column.cut(whole, longest)).filter(cut -> !cut.isEmpty());
    }

    /** Also without the character that PostgreSQL has not. */
    private static Optional<String> text(Optional<String> text) {
        return text.map(any -> ClientSecret.mask(WholeText.of(any.replace('\0', '\ufffd'))))
                .filter(whole -> !whole.isEmpty());
    }
}
