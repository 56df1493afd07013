package io.apicredentials.it.gateway;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.LocalPort;
import io.apicredentials.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example that runs, with a copy of its files in which only the addresses are others. */
final class RunningExample implements AutoCloseable {

    private static final String ISSUER = "https://id.example.com/realms/acme";
    private static final Pattern FOLDERS = Pattern.compile("/(etc/(nginx|haproxy|apache2)|var/lib/nginx)/");
    private static final String LOG = "server.log";
    private static final String PORT = "8081";
    private static final String PORT_OF_THE_API = "8090";

    private final boolean gateway;
    private final BackingApi api;
    private final ServerProcess process;
    private final int port;

    private RunningExample(boolean gateway, BackingApi api, ServerProcess process, int port) {
        this.gateway = gateway;
        this.api = api;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it for the tokens of an issuer, and waits until it listens.
     *
     * @param keys where it gets the keys of the issuer, if not there
     */
    static RunningExample start(Example example, String issuer, String keys) {
        Path folder = folder(example);
        int port = LocalPort.free();
        BackingApi api = BackingApi.start();
        try {
            copy(
                    example.files(),
                    folder,
                    text -> example.change()
                            .apply(text)
                            .replace(PORT_OF_THE_API, Integer.toString(api.port()))
                            .replace(PORT, Integer.toString(port))
                            .replace(ISSUER + "/protocol", keys + "/protocol")
                            .replace(ISSUER, issuer));
            Path log = folder.resolve(LOG);
            Files.writeString(log, "");
            ServerProcess process = ServerProcess.start(
                    example.name(),
                    List.of("bash", "-e", "-c", "cd '" + folder + "'; " + example.command()),
                    Map.of("JAVA_HOME", System.getProperty("java.home")),
                    log);
            process.await("it was listening", () -> LocalPort.listens(port));
            return new RunningExample(example.gateway(), api, process, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What it answers. */
    Answer present(Presented presented) {
        String url = "http://127.0.0.1:" + port + presented.path();
        return Http.from(KeycloakServer.LOCALHOST).send(presented.method(), url, presented.headers(), presented.body());
    }

    boolean isGateway() {
        return gateway;
    }

    /** What authorized each of the requests that have reached what is behind it, if it is a gateway. */
    List<List<String>> passedOn() {
        return api.authorizations();
    }

    /** What an example has written since it was last started. */
    static String log(Example example) throws IOException {
        return Files.readString(folder(example).resolve(LOG));
    }

    @Override
    public void close() {
        process.close();
        api.close();
    }

    private static Path folder(Example example) {
        return BuildFiles.fromSystemProperties().serverFolder("gateways").resolve(example.name());
    }

    private static void copy(List<Path> files, Path folder, UnaryOperator<String> addresses) throws IOException {
        Files.createDirectories(folder);
        for (Path file : files) {
            String text = FOLDERS.matcher(Files.readString(file)).replaceAll(match -> insteadOf(match, folder));
            Files.writeString(folder.resolve(file.getFileName()), addresses.apply(text));
        }
    }

    /** Here the folder is there; so it has to be where the package of the tool is installed. */
    private static String insteadOf(MatchResult match, Path folder) {
        if (!Files.isDirectory(Path.of(match.group()))) {
            throw new AssertionError("there is no " + match.group());
        }
        return Matcher.quoteReplacement(folder + "/");
    }
}
