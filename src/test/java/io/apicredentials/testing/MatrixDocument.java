package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables in {@code docs/security-matrix.md}, each between its two marks. */
public final class MatrixDocument {

    private static final Path FILE = Path.of("docs", "security-matrix.md");
    private static final String END = "<!-- end of table -->\n";

    private MatrixDocument() {}

    /**
     * Prints what was found, and compares the table of a test with it or, when the system property {@code matrix.write} is
     * true, writes it there.
     */
    public static void check(Class<?> test, String table) throws IOException {
        System.out.println(table);
        String mark = "<!-- table: mvn verify -Dit.test=" + test.getSimpleName() + " -Dmatrix.write=true -->\n";
        String text = Files.readString(FILE);
        assertThat(text).contains(mark);
        int begin = text.indexOf(mark) + mark.length();
        int end = text.indexOf(END, begin);
        if (Boolean.getBoolean("matrix.write")) {
            Files.writeString(FILE, text.substring(0, begin) + table + text.substring(end));
        } else {
            assertThat(text.substring(begin, end)).isEqualTo(table);
        }
    }
}
