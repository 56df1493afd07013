package io.apicredentials.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.LocalPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The nginx of {@code deploy}, in a copy of that folder, with the certificate that the script there makes. Its configuration is the
 * shipped one but for addresses, ports and the folder of its files.
 */
public final class ShippedProxy implements AutoCloseable {

    private static final String LOCALHOST = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final Process process;

    private ShippedProxy(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param keycloak what stands for both nodes
     * @param address which it has for Keycloak
     */
    public static ShippedProxy start(Path folder, String keycloak, String address) {
        // Skips the test where there is none.
        Tool.of("nginx");
        try {
            Shipped.copyTo(folder.resolve("deploy"));
            Tool.of("bash").run(folder.resolve("deploy"), "prepare.sh").expectSuccess();
            Path variables = folder.resolve("deploy/.env");
            Files.writeString(
                    variables,
                    Files.readString(variables)
                            .replaceAll("(?m)^KEYCLOAK_ADMIN_PASSWORD=.*$", "KEYCLOAK_ADMIN_PASSWORD='admin'")
                            // As Compose reads it; a shell would run the second word.
                            .concat("NOTE=two words\n"));
            Files.createDirectories(folder.resolve("bin"));
            program(folder, "docker", "");
            program(folder, "curl", """
                    printf '%s\\n' "$@" >> ARGUMENTS
                    PATH=${PATH#*:} exec curl "$@"
                    """.replace("ARGUMENTS", arguments(folder).toString()));
            int port = LocalPort.free();
            Path file = folder.resolve("nginx.conf");
            Files.writeString(file, configuration(folder, keycloak, address, port));
            Process process = new ProcessBuilder(
                            List.of("nginx", "-c", file.toString(), "-e", folder + "/error.log", "-g", "daemon off;"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-nginx"));
            Await.seen("nginx", () -> isListening(process, port));
            return new ShippedProxy(folder, port, process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void program(Path folder, String name, String commands) throws IOException {
        Path program = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + commands);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path arguments(Path folder) {
        return folder.resolve("curl.arguments");
    }

    private static String configuration(Path folder, String keycloak, String address, int port) {
        String server = "server " + URI.create(keycloak).getAuthority() + ";";
        return Shipped.text("nginx/nginx.conf")
                .replace("server keycloak-1:8080;", server)
                .replace("server keycloak-2:8080;", server)
                .replace("listen 8443", "listen " + LOCALHOST + ":" + port)
                .replace("/etc/nginx/tls", folder.resolve("deploy/tls").toString())
                .replace("/dev/stdout", folder + "/access.log")
                .replace("/dev/stderr", folder + "/error.log")
                .replace("/tmp/nginx.pid", folder + "/nginx.pid")
                .replace("proxy_http_version 1.1;", "proxy_http_version 1.1; proxy_bind " + address + ";");
    }

    public Path folder() {
        return folder;
    }

    public String url() {
        return "https://" + LOCALHOST + ":" + port;
    }

    /** The path for programs, with a docker on it that does nothing and a curl that notes its arguments. */
    public String pathWithoutDocker() {
        return folder.resolve("bin") + ":" + System.getenv("PATH");
    }

    /** All arguments that programs on that path gave to curl: what others on the machine could read. */
    public String argumentsOfCurl() throws IOException {
        return Files.readString(arguments(folder));
    }

    /** A request for a token from an address of this machine. */
    public JsonNode token(String from, String path, ClientCredentials client, String... options) {
        List<String> all = new ArrayList<>(
                List.of("-d", "grant_type=client_credentials", "-u", client.clientId() + ":" + client.clientSecret()));
        all.addAll(Arrays.asList(options));
        return json(from, path, all.toArray(String[]::new));
    }

    /** The answer to a request, which is JSON. */
    public JsonNode json(String from, String path, String... options) {
        String answer = curl(from, Stream.concat(Stream.of(options), Stream.of(url() + path)));
        try {
            return new ObjectMapper().readTree(answer);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(answer, failed);
        }
    }

    /** The status of the answer to a GET. */
    public String status(String from, String path) {
        return curl(from, Stream.of("-o", "/dev/null", "-w", "%{http_code}", url() + path));
    }

    /** The statuses of the answers to many requests at the same time. */
    public String flood(String from, String path, int requests) {
        return curl(
                from,
                Stream.of("-Z", "-o", "/dev/null", "-w", "%{http_code}\n", url() + path + "?[1-" + requests + "]"));
    }

    private String curl(String from, Stream<String> options) {
        String certificate = folder.resolve("deploy/tls/tls.crt").toString();
        Stream<String> common = Stream.of("-sS", "--interface", from, "--cacert", certificate);
        return Tool.of("curl")
                .run(folder, Stream.concat(common, options).toArray(String[]::new))
                .expectSuccess();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static Optional<Boolean> isListening(Process process, int port) {
        if (!process.isAlive()) {
            throw new AssertionError("nginx ended with status " + process.exitValue());
        }
        return LocalPort.listens(port);
    }
}
