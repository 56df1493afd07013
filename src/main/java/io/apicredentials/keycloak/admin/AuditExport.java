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
 * its own: between two of them it holds nothing of the database, so that a reader who is slow or gone keeps nothing open.
 */
record AuditExport(AuditHistory history, AuditFilter filter, Format format, AnswerReader reader)
        implements StreamingOutput {

    private static final int AT_ONCE = 500;

    private static final JsonMapper JSON = new JsonMapper();

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

    @Override
    public void write(OutputStream output) throws IOException {
        try {
            writeAll(output);
        } catch (IOException failed) {
            // It is nobody's fault that a reader has left in the middle.
            if (!reader.hasLeft()) {
                throw failed;
            }
        }
    }

    private void writeAll(OutputStream output) throws IOException {
        if (format == Format.CSV) {
            // As they are: programs go by them.
            output.write((String.join(",", AuditRepresentation.NAMES) + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        long after = 0;
        List<AuditRecord> records;
        do {
            records = history.after(filter, after, AT_ONCE);
            for (AuditRecord record : records) {
                output.write(line(AuditRepresentation.fields(record, filter.namedRealms()))
                        .getBytes(StandardCharsets.UTF_8));
                after = record.sequence();
            }
            output.flush();
        } while (records.size() == AT_ONCE && !reader.hasLeft());
    }

    private String line(Map<String, Object> fields) throws JsonProcessingException {
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
