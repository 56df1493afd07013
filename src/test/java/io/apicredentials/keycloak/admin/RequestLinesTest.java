package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLinesTest {

    private static final int LONGEST = 20;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`` | ``",
                "a | 1:a",
                "a\\n | 1:a",
                "a\\nb | 1:a 2:b",
                "a\\r\\nb\\r\\n | 1:a\\r 2:b\\r",
                "\\n\\na\\n\\nb\\n\\n | 3:a 5:b",
                "`\\r\\n \\t\\na` | 3:a",
                "\\uFEFFa\\nb | 1:\\uFEFFa 2:b",
                "\\uFEFF | ``",
                "\\uFEFF\\na | 2:a",
                "a\\rb | 1:a\\rb"
            })
    void linesAreNumberedAsInTheFile(String body, String lines) throws IOException {
        assertThat(read(stream(unescaped(body)))).isEqualTo(unescaped(lines));
    }

    @Test
    void oneTooLongIsKeptUpToOneByteMore() throws IOException {
        String most = "a".repeat(LONGEST);

        assertThat(read(stream(most + "\n" + most + "bc\nd"))).isEqualTo("1:" + most + " 2:" + most + "b 3:d");
    }

    /** The end of the line never comes. */
    @Test
    void nothingIsReadWhenTheTimeIsUp() {
        AtomicInteger reads = new AtomicInteger();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '{';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                reads.incrementAndGet();
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        RequestLines lines = new RequestLines(endless, LONGEST, () -> reads.get() == 3);

        assertThatThrownBy(lines::next).isInstanceOf(RequestLines.TimeUpException.class);
        assertThat(reads).hasValue(3);
    }

    @Test
    void neitherIsALineThatCameBefore() throws IOException {
        AtomicBoolean isTimeUp = new AtomicBoolean();
        RequestLines lines = new RequestLines(stream("a\nb\n"), LONGEST, isTimeUp::get);
        assertThat(lines.next()).isPresent();

        isTimeUp.set(true);

        assertThatThrownBy(lines::next).isInstanceOf(RequestLines.TimeUpException.class);
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() throws IOException {
        byte[] body = {(byte) 0xc3, (byte) 0x28, '\n', (byte) 0xff};
        RequestLines lines = new RequestLines(new ByteArrayInputStream(body), LONGEST, () -> false);

        assertThat(lines.next().orElseThrow().content()).hasBinaryContent(new byte[] {body[0], body[1]});
        assertThat(lines.next().orElseThrow().content()).hasBinaryContent(new byte[] {body[3]});
        assertThat(lines.next()).isEmpty();
    }

    /** What came before the end is no line: more of it was to come. */
    @Test
    void aConnectionThatBreaksEndsNoLine() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The caller has left");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        RequestLines lines = new RequestLines(
                new SequenceInputStream(stream("{}\n{\"name\":\"Whole\"}"), broken), LONGEST, () -> false);

        assertThat(lines.next()).isPresent();
        assertThatThrownBy(lines::next).isInstanceOf(IOException.class).hasMessage("The caller has left");
    }

    /** In whatever parts it comes. */
    @Test
    void linesDoNotDependOnHowTheyCome() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            StringBuilder body = new StringBuilder();
            random.ints(random.nextInt(60), 0, 5).forEach(each -> body.append("a \n\rb".charAt(each)));
            InputStream inParts = new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)) {
                @Override
                public synchronized int read(byte[] bytes, int offset, int length) {
                    return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(3)));
                }
            };
            List<String> expected = new ArrayList<>();
            String[] split = body.toString().split("\n", -1);
            for (int line = 0; line < split.length; line++) {
                if (!split[line].isBlank()) {
                    String kept = split[line].substring(0, Math.min(LONGEST + 1, split[line].length()));
                    expected.add(line + 1 + ":" + kept);
                }
            }

            assertThat(read(inParts)).as(body.toString()).isEqualTo(String.join(" ", expected));
        }
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String unescaped(String text) {
        return text.replace("\\uFEFF", "\ufeff").translateEscapes();
    }

    private static String read(InputStream body) throws IOException {
        RequestLines lines = new RequestLines(body, LONGEST, () -> false);
        List<String> found = new ArrayList<>();
        for (Optional<RequestLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            found.add(line.get().number() + ":"
                    + new String(line.get().content().readAllBytes(), StandardCharsets.UTF_8));
        }
        return String.join(" ", found);
    }
}
