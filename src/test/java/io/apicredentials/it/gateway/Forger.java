package io.apicredentials.it.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens that the server never makes, from one that it made: with other claims and the signature of the realm's own
 * key, which a test may know, or without that signature.
 *
 * @param token a token of the realm
 * @param key that it is signed with; with its private part, where claims are to be others below a good signature
 */
record Forger(SignedJWT token, JWK key) {

    static Forger of(String token, JWK key) {
        try {
            return new Forger(SignedJWT.parse(token), key);
        } catch (ParseException wrong) {
            throw new AssertionError("not a token: " + token, wrong);
        }
    }

    /** Another claim, or none where the value is null; signed by the realm. */
    String claim(String name, @Nullable Object value) {
        return claims(claims -> claims.claim(name, value));
    }

    String claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(header(key.getKeyID()), key, changed(change).toPayload());
    }

    /** The same claims and one of them once more, which no library that writes JSON would do. */
    String twice(String name, String first, String second) {
        String once = changed(claims -> claims.claim(name, first)).toString();
        String json = once.replaceFirst("}$", ",\"" + name + "\":\"" + second + "\"}");
        return signed(header(key.getKeyID()), key, new Payload(json));
    }

    /** The same claims, and another type in the header. */
    String ofType(String type) {
        JWSHeader header = new JWSHeader.Builder(algorithm())
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        return signed(header, key, claims().toPayload());
    }

    /** The same claims, and a parameter in the header that has to be understood. */
    String critical(String parameter) {
        JWSHeader header = new JWSHeader.Builder(algorithm())
                .keyID(key.getKeyID())
                .criticalParams(Set.of(parameter))
                .customParam(parameter, true)
                .build();
        return signed(header, key, claims().toPayload());
    }

    /** The same claims and signature below a header that says another algorithm. */
    String saying(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + key.getKeyID() + "\"}";
        return Base64URL.encode(header) + "." + part(token.serialize(), 1) + "." + part(token.serialize(), 2);
    }

    /** The same claims, signed by a key of somebody else with a key ID. */
    String signedBy(JWK other, String keyId) {
        return signed(header(keyId), other, claims().toPayload());
    }

    /** With the public key as the secret of a MAC, which a check that believes the header's algorithm takes for a signature. */
    String signedWithThePublicKey() {
        try {
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(((AsymmetricJWK) key).toPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            return signed(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new MACSigner(pem.getBytes(StandardCharsets.UTF_8)),
                    claims().toPayload());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With the algorithm {@code none}. */
    String unsigned() {
        return new PlainJWT(claims()).serialize();
    }

    /** The claims of another token below the signature of this one. */
    String withPayloadOf(String other) {
        return part(token.serialize(), 0) + "." + part(other, 1) + "." + part(token.serialize(), 2);
    }

    private static String part(String jwt, int index) {
        return jwt.split("\\.", -1)[index];
    }

    private JWTClaimsSet changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder(claims())).build();
    }

    private JWTClaimsSet claims() {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private JWSHeader header(String keyId) {
        return new JWSHeader.Builder(algorithm()).keyID(keyId).build();
    }

    private JWSAlgorithm algorithm() {
        return token.getHeader().getAlgorithm();
    }

    private static String signed(JWSHeader header, JWK key, Payload payload) {
        try {
            return signed(header, new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()), payload);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWSHeader header, JWSSigner signer, Payload payload) {
        JWSObject jwt = new JWSObject(header, payload);
        try {
            jwt.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }
}
