package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.keycloak.admin.BulkLines.Event;
import io.apicredentials.keycloak.admin.BulkLines.Outcome;
import io.apicredentials.keycloak.admin.BulkRun.Result;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each line is a word: what becomes of it. */
class BulkRunTest {

    private final List<String> answered = new ArrayList<>();
    private final List<String> worked = new ArrayList<>();
    private int readers = Integer.MAX_VALUE;
    private int most = Integer.MAX_VALUE;

    @Test
    void eachLineIsAnsweredAndTheLastSaysWhatTheyComeTo() {
        run("created\n\nrefused\nfailed\nwaiting");

        assertThat(answered)
                .containsExactly(
                        "{\"event\":\"begun\",\"bulk\":\"b\",\"dryRun\":false}",
                        "{\"event\":\"created\",\"line\":1,\"status\":200,\"credential\":{\"a\":\"b\"}}",
                        "{\"event\":\"refused\",\"line\":3,\"status\":200,\"a\":\"b\"}",
                        "{\"event\":\"failed\",\"line\":4,\"status\":200,\"a\":\"b\"}",
                        "{\"event\":\"waiting\",\"line\":5,\"status\":200,\"credential\":{\"a\":\"b\"}}",
                        "{\"event\":\"done\",\"bulk\":\"b\",\"created\":1,\"waiting\":1,\"valid\":0,\"refused\":1,\"failed\":1,"
                                + "\"complete\":true}");
    }

    @Test
    void threeThatFailInARowAreTheLast() {
        run("failed\nfailed\ncreated\nfailed\nfailed\nfailed\ncreated\ncreated");

        assertThat(worked).hasSize(6);
        assertThat(end()).endsWith("\"complete\":false,\"reason\":\"failing\",\"next\":7}");
    }

    @Test
    void threeAtTheEndAreAllTheSame() {
        run("failed\nfailed\nfailed\n");

        assertThat(end()).endsWith("\"failed\":3,\"complete\":true}");
    }

    @Test
    void whatConcernsAllEndsIt() {
        run("created\nover\ncreated");

        assertThat(worked).containsExactly("created", "over");
        assertThat(end()).contains("\"created\":1").endsWith("\"reason\":\"gone\",\"next\":2}");
    }

    @Test
    void blankLinesDoNotCountAsMany() {
        run("created\n \n".repeat(BulkRun.MOST_LINES));

        assertThat(worked).hasSize(BulkRun.MOST_LINES);
        assertThat(end()).endsWith("\"complete\":true}");
    }

    @Test
    void thoseAfterTheLastOneAreLeft() {
        run("created\n".repeat(BulkRun.MOST_LINES + 2));

        assertThat(worked).hasSize(BulkRun.MOST_LINES);
        assertThat(end()).endsWith("\"reason\":\"too_many\",\"next\":10001}");
    }

    @Test
    void nothingIsDoneForACallerThatHasLeft() {
        readers = 0;
        run("created\ncreated\n");
        assertThat(worked).isEmpty();

        answered.clear();
        readers = 2;
        run("created\ncreated\ncreated\n");
        assertThat(worked).hasSize(2);
    }

    @Test
    void aRequestThatBreaksOffSaysWhereToGoOn() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        run(new SequenceInputStream(stream("created\ncrea"), broken));

        assertThat(worked).hasSize(1);
        assertThat(end()).endsWith("\"reason\":\"unreadable\",\"next\":2}");
    }

    @Test
    void oneThatTakesTooLongSaysWhereToGoOn() {
        most = 2;

        run("created\n\ncreated\ncreated\n");

        assertThat(end()).contains("\"created\":2").endsWith("\"reason\":\"too_long\",\"next\":4}");
    }

    /** What is answered has the secret, and what is logged must not. */
    @Test
    void anOutcomeTellsNoSecret() {
        assertThat(new Outcome(Event.CREATED, 201, "kac_secret")).hasToString("Outcome[CREATED, 201]");
        assertThat(new Creation.Made(Response.Status.CREATED, "an id", "kac_secret"))
                .hasToString("Made[Created, an id]");
    }

    private void run(String lines) {
        run(stream(lines));
    }

    private void run(InputStream body) {
        LinesInWork inWork = new LinesInWork(1, new BulkLines("b", false), line -> {
            answered.add(line);
            return answered.size() <= readers;
        });
        new BulkRun(new RequestLines(body, 100, () -> worked.size() >= most), this::work, Runnable::run, inWork).run();
    }

    private Result work(RequestLines.Line line) {
        String word = text(line.content());
        worked.add(word);
        if (word.equals("over")) {
            return new Result.Over("gone", new Outcome(Event.FAILED, 404, null));
        }
        return new Result.Done(new Outcome(Event.valueOf(word.toUpperCase(Locale.ROOT)), 200, Map.of("a", "b")));
    }

    private static String text(InputStream content) {
        try {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String end() {
        return answered.get(answered.size() - 1);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
