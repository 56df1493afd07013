package io.apicredentials.it.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** Another organisation whose assertions a realm takes for a log-in (RFC 7523), and its one user. */
final class AssertionIssuer {

    static final String ALIAS = "partner";
    private static final String ISSUER = "https://partner.example.org";
    private static final String SUBJECT = "subject-at-partner";
    private static final RSAKey KEY = key();

    private AssertionIssuer() {}

    /** Has the realm trust it, and its user stand for one of the realm. */
    static void trust(ObjectNode realm, Person person) {
        ObjectNode provider = realm.withArray("identityProviders")
                .addObject()
                .put("alias", ALIAS)
                .put("providerId", "jwt-authorization-grant")
                .put("enabled", true);
        provider.withObject("/config")
                .put("issuer", ISSUER)
                .put("useJwksUrl", "false")
                .put("jwtAuthorizationGrantEnabled", "true")
                .put("publicKeySignatureVerifier", publicKey());
        for (var user : realm.path("users")) {
            if (user.path("username").asText().equals(person.username())) {
                ((ObjectNode) user)
                        .withArray("federatedIdentities")
                        .addObject()
                        .put("identityProvider", ALIAS)
                        .put("userId", SUBJECT)
                        .put("userName", SUBJECT);
            }
        }
    }

    /** A fresh assertion for a realm. */
    static String assertion(String realmUrl) {
        Instant now = InstantSource.system().instant();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(SUBJECT)
                        .audience(realmUrl)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build());
        try {
            jwt.sign(new RSASSASigner(KEY));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }

    private static String publicKey() {
        try {
            return Base64.getEncoder().encodeToString(KEY.toRSAPublicKey().getEncoded());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
