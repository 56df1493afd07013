package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void aCarriageReturnAtTheBeginningIsQuotedToo() {
        assertThat(CsvLine.of(List.of("\r=1"))).isEqualTo("\"'\r=1\"\r\n");
    }

    @Test
    void othersStayAsTheyAre() {
        assertThat(CsvLine.of(List.of("203.0.113.7", "{}", "a=b"))).isEqualTo("203.0.113.7,{},a=b\r\n");
    }
}
