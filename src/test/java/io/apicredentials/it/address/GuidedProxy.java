package io.apicredentials.it.address;

import io.apicredentials.deploy.Tool;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.LocalPort;
import io.apicredentials.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A proxy that is configured as the guide tells it; only addresses, ports and the folders of files are others. */
final class GuidedProxy implements AutoCloseable {

    private static final String LISTEN_ADDRESS = KeycloakServer.LOCALHOST;

    private final ServerProcess process;
    private final int port;

    private GuidedProxy(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A section of the guide. */
    static Guide section(String heading) {
        return new Guide("guides/behind-a-proxy.md", heading);
    }

    /** The nginx of the guide. */
    static String nginx() {
        return section("nginx").code("nginx");
    }

    /**
     * Makes the certificate for all proxies in a folder.
     *
     * @return which a caller has to trust
     */
    static Path certificate(Path folder) throws IOException {
        Tool.of("openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
                .run(
                        folder,
                        "-subj",
                        "/CN=proxy",
                        "-addext",
                        "subjectAltName=IP:" + LISTEN_ADDRESS,
                        "-keyout",
                        "tls.key",
                        "-out",
                        "tls.crt")
                .expectSuccess();
        Path certificate = folder.resolve("tls.crt");
        Files.writeString(
                folder.resolve("id.example.com.pem"),
                Files.readString(certificate) + Files.readString(folder.resolve("tls.key")));
        return certificate;
    }

    /**
     * Starts nginx.
     *
     * @param configuration of what is in its {@code http}
     * @param keycloak what stands for both nodes
     * @param address which it has for Keycloak
     */
    static GuidedProxy startNginx(Path folder, String configuration, String keycloak, String address) {
        Tool.of("nginx");
        int port = LocalPort.free();
        String changed = configuration
                .replaceAll("10\\.0\\.0\\.2[12]:8080", URI.create(keycloak).getAuthority())
                .replace("listen 443", "listen " + LISTEN_ADDRESS + ":" + port)
                .replace("/etc/nginx/tls", folder.toString())
                .replace("proxy_http_version 1.1;", "proxy_http_version 1.1; proxy_bind " + address + ";");
        String whole = "pid " + folder + "/nginx.pid; events {} http { access_log off; " + changed + "}";
        Path file = write(folder.resolve("nginx.conf"), whole);
        return start(
                folder,
                port,
                List.of("nginx", "-c", file.toString(), "-e", folder + "/nginx-error.log", "-g", "daemon off;"));
    }

    /**
     * Starts HAProxy.
     *
     * @param server what stands for both nodes: an address with a port, and options
     */
    static GuidedProxy startHaproxy(Path folder, String server) {
        Tool.of("haproxy");
        int port = LocalPort.free();
        String changed = section("HAProxy")
                .code("haproxy")
                .replaceAll("10\\.0\\.0\\.2[12]:8080", server)
                .replace("bind :443", "bind " + LISTEN_ADDRESS + ":" + port)
                .replace("/etc/haproxy", folder.toString());
        Path file = write(folder.resolve("haproxy.cfg"), changed);
        return start(folder, port, List.of("haproxy", "-db", "-f", file.toString()));
    }

    private static GuidedProxy start(Path folder, int port, List<String> command) {
        String name = command.get(0);
        ServerProcess process = ServerProcess.start(name, command, Map.of(), write(folder.resolve(name + ".log"), ""));
        process.await("it was listening", () -> LocalPort.listens(port));
        return new GuidedProxy(process, port);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An address with a port. */
    String authority() {
        return LISTEN_ADDRESS + ":" + port;
    }

    String url() {
        return "https://" + authority();
    }

    @Override
    public void close() {
        process.close();
    }
}
