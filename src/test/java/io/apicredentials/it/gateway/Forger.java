package io.apicredentials.it.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens that the server never makes, from one that it made: with other claims and the signature of the realm's own
 * key, which a test may know, or without that signature.
 *
 * @param token a token of the realm
 * @param key that it is signed with, and its private part
 */
record Forger(SignedJWT token, ECKey key) {

    static Forger of(String token, ECKey key) {
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
        return signed(header(JWSAlgorithm.ES256, key.getKeyID()), signer(key), changed(change));
    }

    /** The same claims, signed by a key of somebody else with a key ID. */
    String signedBy(ECKey other, String keyId) {
        return signed(header(JWSAlgorithm.ES256, keyId), signer(other), claims());
    }

    /** With the public key as the secret of a MAC, which a check that believes the header's algorithm takes for a signature. */
    String signedWithThePublicKey() {
        try {
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(key.toECPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            return signed(
                    header(JWSAlgorithm.HS256, key.getKeyID()),
                    new MACSigner(pem.getBytes(StandardCharsets.UTF_8)),
                    claims());
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

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId).build();
    }

    private static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }
}
