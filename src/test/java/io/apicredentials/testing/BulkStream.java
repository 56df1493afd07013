package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.util.Timeout;

/** A bulk whose lines are sent one by one, and answered while it is being sent. Closing it hangs up. */
public final class BulkStream implements AutoCloseable {

    /** The server waits for the end of a request, or for so much of it. */
    private static final int BEGINNING = 11_000;

    private final Socket socket;
    private final OutputStream request;
    private final BufferedReader answers;

    private BulkStream(Socket socket) throws IOException {
        this.socket = socket;
        this.request = socket.getOutputStream();
        this.answers = new BufferedReader(new InputStreamReader(
                new ChunkedInputStream(new SessionInputBufferImpl(8192), socket.getInputStream()),
                StandardCharsets.UTF_8));
    }

    /** Begins one. */
    public static BulkStream open(TestRealm realm, Person who) {
        URI url = URI.create(realm.admin().url("api-credentials/bulk"));
        try {
            Socket socket = new Socket(url.getHost(), url.getPort());
            socket.setSoTimeout(Timeout.of(Patience.ANSWER).toMillisecondsIntBound());
            String head = "POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                    + "\r\nAuthorization: Bearer " + realm.token(who)
                    + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BulkStream(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A line so long that the server answers it before more of the request comes. */
    public static String longLine(JsonNode request) {
        return request + " ".repeat(BEGINNING) + "\n";
    }

    /** Sends some text, which need not be a line. */
    public void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n");
    }

    /** Ends the request. */
    public void end() {
        write("0\r\n\r\n");
    }

    private void write(String text) {
        try {
            request.write(text.getBytes(StandardCharsets.UTF_8));
            request.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads the head of the answer, when it is there. */
    public void expectAnAnswer() {
        try {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) socket.getInputStream().read());
            }
            if (!head.toString().startsWith("HTTP/1.1 200 ")) {
                throw new AssertionError(head);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The next line of the answer, when it is there.
     *
     * @throws UncheckedIOException also when there is none, since the answer has ended
     */
    public JsonNode next() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new EOFException("The answer has ended");
            }
            return Answer.parse(line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
