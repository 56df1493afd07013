package io.apicredentials.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table in {@code docs/security-matrix.md}, between its two marks. */
final class MatrixDocument {

    private static final Path FILE = Path.of("docs", "security-matrix.md");
    private static final String BEGIN = "<!-- table: mvn verify -Dit.test=GrantMatrixIT -Dmatrix.write=true -->\n";
    private static final String END = "<!-- end of table -->\n";

    private MatrixDocument() {}

    /** Compares it with what was found or, when the system property {@code matrix.write} is true, writes that. */
    static void check(String table) throws IOException {
        String text = Files.readString(FILE);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (Boolean.getBoolean("matrix.write")) {
            Files.writeString(FILE, text.substring(0, begin) + table + text.substring(end));
        } else {
            assertThat(text.substring(begin, end)).isEqualTo(table);
        }
    }
}
