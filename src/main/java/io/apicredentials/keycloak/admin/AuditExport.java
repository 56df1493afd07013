package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.keycloak.history.AuditFilter;
import io.apicredentials.keycloak.history.AuditHistory;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes audit records as a file, the first first, however many they are. It reads some at a time, each time in a transaction of
 * its own: between two of them it holds nothing of the database, so that a reader who is slow or gone keeps nothing open. A reader
 * that takes nothing for some time is cut off, since it holds a thread.
 */
final class AuditExport implements StreamingOutput {

    /** A record may have some hundred KB, and there may be many exports. */
    private static final int AT_ONCE = 50;

    private static final JsonMapper JSON = new JsonMapper();

    private final AuditHistory history;
    private final AuditFilter filter;
    private final Format format;
    private final AnswerReader reader;

    /** Those that are written next, and no others. */
    private List<AuditRecord> records;

    private AuditExport(
            AuditHistory history, AuditFilter filter, Format format, AnswerReader reader, List<AuditRecord> first) {
        this.history = history;
        this.filter = filter;
        this.format = format;
        this.reader = reader;
        this.records = first;
    }

    /** What the file is like. */
    enum Format {
        /** One JSON object in each line. */
        NDJSON("application/x-ndjson"),
        /** With a line of names first. */
        CSV("text/csv; charset=utf-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads the first records, so that it is known whether they can be read.
     *
     * @throws io.apicredentials.keycloak.history.NotReadException when they cannot
     */
    static AuditExport begin(AuditHistory history, AuditFilter filter, Format format, AnswerReader reader) {
        return new AuditExport(history, filter, format, reader, history.after(filter, 0, AT_ONCE));
    }

    @Override
    public void write(OutputStream output) throws IOException {
        try (WatchedOutput watched = reader.watch(output)) {
            writeAll(watched);
        } catch (IOException failed) {
            // It is nobody's fault that a reader has left in the middle.
            if (!reader.hasLeft()) {
                throw failed;
            }
        }
    }

    private void writeAll(OutputStream output) throws IOException {
        output.write(head(format).getBytes(StandardCharsets.UTF_8));
        while (!records.isEmpty()) {
            for (AuditRecord record : records) {
                output.write(line(format, record, filter).getBytes(StandardCharsets.UTF_8));
            }
            output.flush();
            boolean isLast = records.size() < AT_ONCE || reader.hasLeft();
            long after = records.get(records.size() - 1).sequence();
            records = List.of();
            if (!isLast) {
                records = history.after(filter, after, AT_ONCE);
            }
        }
    }

    /** What comes before the records. Names are as they are: programs go by them. */
    static String head(Format format) {
        return format == Format.CSV ? String.join(",", AuditRepresentation.NAMES) + "\r\n" : "";
    }

    /** A record with the end of its line. */
    static String line(Format format, AuditRecord record, AuditFilter filter) throws JsonProcessingException {
        Map<String, Object> fields = AuditRepresentation.fields(record, filter.namedRealms());
        return format == Format.NDJSON
                ? JSON.writeValueAsString(fields) + '\n'
                : CsvLine.of(AuditRepresentation.NAMES.stream()
                        .map(name -> text(fields.get(name)))
                        .toList());
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Collection<?> list
                ? String.join(" ", list.stream().map(String::valueOf).toList())
                : value.toString();
    }
}
