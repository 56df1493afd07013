package io.apicredentials.keycloak.admin;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a CSV file (RFC 4180) that a spreadsheet can open without computing anything. Some take {@code ;}, a tab or {@code |} for
 * what separates cells, depending on the language of their user, and do not see that a value is quoted then: what follows one of
 * these, or begins a line within a value, may become the beginning of a cell too.
 */
final class CsvLine {

    /** Where a cell may begin, and what would begin a formula there in one spreadsheet or another. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;|\\t\\r\\n])(?=[\\s\\u00a0\"]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]|[\\t\\r])");

    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",;|\\t\\r\\n]");

    private CsvLine() {}

    /** The line, with its end. */
    static String of(Collection<String> values) {
        return values.stream().map(CsvLine::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String value) {
        String harmless = FORMULA.matcher(value).replaceAll("$1'");
        return TO_BE_QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
