package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The main class of {@code mvn -Prun}: a Keycloak with our provider and the demo realm in the foreground, until Ctrl-C.
 * Whatever goes wrong is one sentence on standard error and exit status 1.
 */
public final class DemoServer {

    private static volatile boolean stopping;

    private DemoServer() {}

    /** Takes the port to listen at. */
    public static void main(String[] arguments) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true, "note-shutdown"));
        try {
            run(freePort(arguments[0]));
        } catch (IllegalStateException | UncheckedIOException | AssertionError problem) {
            fail(Objects.requireNonNullElseGet(problem.getMessage(), problem::toString));
        }
    }

    private static void run(int port) throws InterruptedException {
        BuildFiles files = BuildFiles.fromSystemProperties();
        Path folder = files.keycloakHome().resolveSibling("run");
        say("");
        say("Starting Keycloak; the first time this takes about a minute. Its log: " + folder.resolve("server.log"));
        KeycloakServer server = KeycloakServer.builder(files.keycloakHome(), folder)
                .provider(files.providerJar())
                .realm(files.demoRealm())
                .host("localhost")
                .port(port)
                .start();
        new DemoTour(server, new TestRealm(server, "demo")).print(System.out);
        int status = server.awaitEnd();
        fail("Keycloak ended by itself with status " + status + "; its log: " + server.log());
    }

    private static int freePort(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalStateException("'" + text + "' is no port; write one such as -Drun.port=8180.");
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw new IllegalStateException("Port " + port + " cannot be used (" + taken.getMessage()
                    + "); stop what listens there, or choose another port: mvn -Prun -Drun.port=" + another(port));
        }
    }

    /** Not the next one: the guides start APIs and gateways there. */
    private static int another(int port) {
        return port > 65000 ? 8180 : port + 100;
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** Says nothing when somebody stops us: that the server stops too is no news. */
    private static void fail(String sentence) {
        if (!stopping) {
            System.err.println();
            System.err.println(sentence);
        }
        System.exit(1);
    }
}
