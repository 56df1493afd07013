package io.apicredentials.notice;

import io.apicredentials.time.StoredInstant;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which notices of a credential were told: the last of each kind. */
public final class ToldNotices {

    /** None. */
    public static final ToldNotices NONE = new ToldNotices(new EnumMap<>(NoticeKind.class));

    private static final String SEPARATOR = " ";
    private static final Pattern ENTRY = Pattern.compile("([a-z0-9_]+);about=([^;]+);told=([^;]+)");

    private final Map<NoticeKind, Told> byKind;

    private ToldNotices(Map<NoticeKind, Told> byKind) {
        this.byKind = byKind;
    }

    private record Told(Instant about, Instant at) {}

    /** A notice, and when it was told. */
    public record Entry(Notice notice, Instant at) {}

    /** Reads {@link #encoded()}. An entry that cannot be read is left out: an owner rather hears something twice than never. */
    public static ToldNotices parse(String stored) {
        Map<NoticeKind, Told> byKind = new EnumMap<>(NoticeKind.class);
        for (String entry : stored.split(SEPARATOR, -1)) {
            Matcher parts = ENTRY.matcher(entry);
            if (parts.matches()) {
                NoticeKind.find(parts.group(1))
                        .ifPresent(
                                kind -> told(parts.group(2), parts.group(3)).ifPresent(told -> byKind.put(kind, told)));
            }
        }
        return new ToldNotices(byKind);
    }

    private static Optional<Told> told(String about, String at) {
        return StoredInstant.parse(about)
                .flatMap(instant -> StoredInstant.parse(at).map(toldAt -> new Told(instant, toldAt)));
    }

    /** The stored form, such as {@code expired;about=2027-01-31T12:00:00Z;told=2027-01-31T12:03:20Z}. */
    public String encoded() {
        return byKind.entrySet().stream()
                .map(entry -> entry.getKey().word() + ";about="
                        + entry.getValue().about() + ";told="
                        + entry.getValue().at())
                .collect(Collectors.joining(SEPARATOR));
    }

    /** All of them. */
    public List<Entry> entries() {
        return byKind.entrySet().stream()
                .map(entry -> new Entry(
                        new Notice(entry.getKey(), entry.getValue().about()),
                        entry.getValue().at()))
                .toList();
    }

    /** When a notice was told; empty if it was not. */
    public Optional<Instant> toldAt(Notice notice) {
        return Optional.ofNullable(byKind.get(notice.kind()))
                .filter(told -> told.about().equals(notice.about()))
                .map(Told::at);
    }

    /** The same after one more was told. */
    public ToldNotices with(Notice notice, Instant at) {
        Map<NoticeKind, Told> more = new EnumMap<>(byKind);
        more.put(notice.kind(), new Told(notice.about(), at));
        return new ToldNotices(more);
    }
}
