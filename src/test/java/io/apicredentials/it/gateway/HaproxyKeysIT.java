package io.apicredentials.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that HAProxy has are the first two of its algorithm, and stay as they are where others cannot be had. */
final class HaproxyKeysIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void requireInstalled() {
        Examples.haproxy().requireInstalled();
    }

    @Test
    void itTakesTheFirstTwoOfTheAlgorithm() throws Exception {
        ECKey first = key(JWSAlgorithm.ES256);
        ECKey second = key(JWSAlgorithm.ES256);

        Run run = run(200, keys(key(JWSAlgorithm.ES384), first, second, key(JWSAlgorithm.ES256)));

        assertThat(run.status()).isZero();
        assertThat(written()).containsExactly(pem(first), pem(second));
    }

    @Test
    void itTakesTheOnlyOneTwice() throws Exception {
        ECKey only = key(JWSAlgorithm.ES256);

        assertThat(run(200, keys(only)).status()).isZero();

        assertThat(written()).containsExactly(pem(only), pem(only));
    }

    @Test
    void itReplacesNothingByHalf() throws Exception {
        ECKey old = key(JWSAlgorithm.ES256);
        run(200, keys(old));
        String broken = keys(key(JWSAlgorithm.ES256), old).replace(old.getX().toString(), "AAAA");

        assertThat(run(200, broken).status()).isNotZero();

        assertThat(written()).containsExactly(pem(old), pem(old));
    }

    @Test
    void itSaysWhyItFails() throws Exception {
        Run notThere = run(404, "{}");
        Run noKey = run(200, keys(key(JWSAlgorithm.ES384)));

        assertThat(notThere.status()).isNotZero();
        assertThat(notThere.output()).contains("404");
        assertThat(noKey.status()).isNotZero();
        assertThat(noKey.output()).contains("no ES256 key");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itTakesAnRsaKeyFromItsCertificate() throws Exception {
        RSAKey key = rsaKey();

        Run run = run("RS256", 200, keys(key(JWSAlgorithm.ES256), key));

        assertThat(run.status()).isZero();
        assertThat(written()).containsExactly(pem(key), pem(key));
    }

    @Test
    void itTakesNoRsaKeyWithoutOne() throws Exception {
        RSAKey key = new RSAKey.Builder(rsaKey()).x509CertChain(null).build();

        Run run = run("RS256", 200, keys(key));

        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("no certificate for an RS256 key");
        assertThat(folder).isEmptyDirectory();
    }

    private record Run(int status, String output) {}

    private Run run(int status, String answer) throws IOException, InterruptedException {
        return run("ES256", status, answer);
    }

    /** Runs the script for a realm that answers this. */
    private Run run(String algorithm, int status, String answer) throws IOException, InterruptedException {
        HttpServer realm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        realm.createContext("/protocol/openid-connect/certs", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        realm.start();
        try {
            String script = Files.readString(Example.EXAMPLES.resolve("haproxy/keys.sh"))
                    .replace("ES256", algorithm)
                    .replace("/etc/haproxy/", folder + "/")
                    .replace(
                            "https://id.example.com/realms/acme",
                            "http://127.0.0.1:" + realm.getAddress().getPort());
            Process process = new ProcessBuilder("bash", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } finally {
            realm.stop(0);
        }
    }

    private List<String> written() throws IOException {
        return List.of(
                Files.readString(folder.resolve("realm-key-1.pem")),
                Files.readString(folder.resolve("realm-key-2.pem")));
    }

    private static ECKey key(Algorithm algorithm) throws JOSEException {
        Curve curve = algorithm.equals(JWSAlgorithm.ES256) ? Curve.P_256 : Curve.P_384;
        return new ECKeyGenerator(curve).algorithm(algorithm).generate();
    }

    private static String keys(JWK... keys) {
        return new JWKSet(Stream.of(keys).toList()).toString();
    }

    /** With a certificate, as Keycloak publishes it. */
    private static RSAKey rsaKey() throws IOException, JOSEException {
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-subj",
                        "/CN=realm",
                        "-keyout",
                        "/dev/null")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String certificate = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RSAKey.Builder(JWK.parseFromPEMEncodedX509Cert(certificate).toRSAKey())
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }

    private static String pem(AsymmetricJWK key) throws JOSEException {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.toPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
