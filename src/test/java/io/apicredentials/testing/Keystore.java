package io.apicredentials.testing;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A keystore from which a realm takes its keys. */
public final class Keystore {

    private static final List<String> EC_KEY =
            List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-alias", "mine", "-dname", "CN=mine");

    private static final char[] PASSWORD = "password".toCharArray();

    private Keystore() {}

    /**
     * Makes one with a P-256 key, where Keycloak wants those of the realm to be.
     *
     * @return the name of its file; it is of type PKCS12, the alias is {@code mine} and every password {@code password}
     */
    public static String withEcKey(KeycloakServer server, String realm) throws IOException, InterruptedException {
        Path keystore = file(server, realm);
        Files.createDirectories(keystore.getParent());
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

    /**
     * What Keycloak has to know of such a keystore to sign with it by ES256.
     *
     * @param keystore the name of its file
     */
    public static Map<String, String> settings(String keystore) {
        return Map.of(
                "keystore", keystore,
                "keystoreType", "PKCS12",
                "keystorePassword", "password",
                "keyAlias", "mine",
                "keyPassword", "password",
                "algorithm", "ES256");
    }

    /** The file of one that was made for a realm. */
    public static Path file(KeycloakServer server, String realm) {
        return server.log().resolveSibling("data").resolve(realm).resolve("keys.p12");
    }

    /** The key in one that was made for a realm. */
    public static ECKey ecKey(KeycloakServer server, String realm) throws GeneralSecurityException, IOException {
        KeyStore store = open(server, realm);
        ECPublicKey open = (ECPublicKey) store.getCertificate("mine").getPublicKey();
        return new ECKey.Builder(Curve.P_256, open)
                .privateKey((ECPrivateKey) store.getKey("mine", PASSWORD))
                .build();
    }

    /** A server's side of TLS with that key, and a certificate that nobody trusts. */
    public static SSLContext tls(KeycloakServer server, String realm) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(open(server, realm), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore open(KeycloakServer server, String realm) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file(server, realm).toFile(), PASSWORD);
    }
}
