package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void quotesWhatEndsAFieldOrALine() {
        assertThat(CsvLine.of(List.of("a", "b,c", "say \"hi\"", "two\nlines", "")))
                .isEqualTo("a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=a\nb"})
    void noFieldIsAFormula(String value) {
        assertThat(CsvLine.of(List.of(value))).containsPattern("^\"?'");
    }

    /** Spreadsheets in many languages take another character than the comma for what separates cells, and then no quotes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;=1",
                "a; =1",
                "a;\"=1",
                "a|+1",
                "a\t-1",
                "a\n@SUM(A1)",
                "a\r\n=1",
                ";=1",
                "b,c;=1",
                " =1",
                "\uff1d1",
                "x;;=1"
            })
    void noPartOfAFieldIsAFormulaEither(String value) {
        String line = CsvLine.of(List.of("first", value, "last"));

        assertThat(Pattern.compile("[;|\t\r\n,]").split(line))
                .noneMatch(cell -> cell.matches("[\\s\"]*[=+\\-@\uff1d].*"));
    }

    @Test
    void aCarriageReturnAtTheBeginningIsQuotedToo() {
        assertThat(CsvLine.of(List.of("\r=1"))).isEqualTo("\"'\r=1\"\r\n");
    }

    @Test
    void othersStayAsTheyAre() {
        assertThat(CsvLine.of(List.of("203.0.113.7", "{}", "a=b", "a-b"))).isEqualTo("203.0.113.7,{},a=b,a-b\r\n");
    }
}
