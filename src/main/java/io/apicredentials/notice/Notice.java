package io.apicredentials.notice;

import java.time.Instant;

/**
 * Something that the owner of a credential is told once.
 *
 * @param about the instant that it is about, such as that of the expiry: about another one, it is another notice
 */
public record Notice(NoticeKind kind, Instant about) {

    /** It is about an instant that nobody knows. */
    public static final Instant UNKNOWN = Instant.EPOCH;
}
