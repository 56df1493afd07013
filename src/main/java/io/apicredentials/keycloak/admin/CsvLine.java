package io.apicredentials.keycloak.admin;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of a CSV file (RFC 4180) that a spreadsheet can open without computing anything. */
final class CsvLine {

    /** What begins a formula in one spreadsheet or another. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",\\r\\n]");

    private CsvLine() {}

    /** The line, with its end. */
    static String of(Collection<String> values) {
        return values.stream().map(CsvLine::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String value) {
        String harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return TO_BE_QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
