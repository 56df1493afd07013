package io.apicredentials.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A keystore from which a realm takes its keys. */
public final class Keystore {

    private static final List<String> EC_KEY =
            List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-alias", "mine", "-dname", "CN=mine");

    private Keystore() {}

    /**
     * Makes one with a P-256 key, where Keycloak wants those of the realm to be.
     *
     * @return the name of its file; it is of type PKCS12, the alias is {@code mine} and every password {@code password}
     */
    public static String withEcKey(KeycloakServer server, String realm) throws IOException, InterruptedException {
        Path folder =
                Files.createDirectories(server.log().resolveSibling("data").resolve(realm));
        Path keystore = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder command = new ProcessBuilder(keytool.toString());
        command.command().addAll(EC_KEY);
        command.command()
                .addAll(List.of("-storetype", "PKCS12", "-storepass", "password", "-keystore", keystore.toString()));
        int status = command.inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("keytool ended with " + status);
        }
        return keystore.getFileName().toString();
    }
}
