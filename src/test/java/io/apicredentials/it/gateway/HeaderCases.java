package io.apicredentials.it.gateway;

import static io.apicredentials.it.gateway.Presented.Verdict.ADMITTED;
import static io.apicredentials.it.gateway.Presented.Verdict.NOT_ALLOWED;
import static io.apicredentials.it.gateway.Presented.Verdict.NOT_BELIEVED;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tokens of one realm that say different things in their headers: signed with several algorithms, as while its credentials
 * move from one to another or where other clients have another, and of another type.
 *
 * @param es256 a good one
 * @param ps256 the same, signed by a key of its kind, but otherwise
 * @param rs256 the same
 * @param less signed with RS256, without the permission
 * @param accessToken a good one, with the type of RFC 9068
 * @param critical a good one whose header has something that nobody knows, and that is not to be accepted without (RFC 7515, 4.1.11)
 * @param forged made of the one that is signed with RS256
 */
record HeaderCases(
        String es256,
        String ps256,
        String rs256,
        String less,
        String accessToken,
        String critical,
        List<Presented> forged) {

    private static final int KEY_SIZE = 2048;

    static HeaderCases of(GatewayRealm realm) {
        String rs256 = realm.tokenSignedWith("RS256", Cases.WORD);
        String less = realm.tokenSignedWith("RS256", "key:read");
        JWK key = realm.publishedKey(rs256);
        String es256 = realm.token(Cases.WORD);
        return new HeaderCases(
                es256,
                realm.tokenSignedWith("PS256", Cases.WORD),
                rs256,
                less,
                Forger.of(es256, realm.key()).ofType("at+jwt"),
                Forger.of(es256, realm.key()).critical("unknown"),
                forged(Forger.of(rs256, key), Forger.of(less, key)));
    }

    /** For what accepts ES256 and no other. */
    List<Presented> es256Alone() {
        return es256Alone(ADMITTED);
    }

    /**
     * The same.
     *
     * @param ofAccessTokens what it says to the type of RFC 9068
     */
    List<Presented> es256Alone(Presented.Verdict ofAccessTokens) {
        return with(
                get("RS256", rs256, NOT_BELIEVED),
                get("PS256", ps256, NOT_BELIEVED),
                get("with a part that has to be understood", critical, NOT_BELIEVED),
                get("at+jwt", accessToken, ofAccessTokens));
    }

    /** For what accepts RS256 and no other. */
    List<Presented> rs256Alone() {
        return with(
                get("RS256", rs256, ADMITTED),
                get("RS256, another type", less, NOT_ALLOWED),
                get("ES256", es256, NOT_BELIEVED),
                get("PS256", ps256, NOT_BELIEVED));
    }

    /** For what accepts all that the realm has keys for. */
    List<Presented> all() {
        return with(
                get("RS256", rs256, ADMITTED),
                get("RS256, another type", less, NOT_ALLOWED),
                get("ES256", es256, ADMITTED),
                get("PS256", ps256, ADMITTED),
                get("at+jwt", accessToken, ADMITTED));
    }

    private List<Presented> with(Presented... own) {
        return Stream.concat(Stream.of(own), forged.stream()).toList();
    }

    private static List<Presented> forged(Forger good, Forger less) {
        JWK other = newKey();
        return List.of(
                get("RS256, unsigned", good.unsigned(), NOT_BELIEVED),
                get("RS256, signed with the public key", good.signedWithThePublicKey(), NOT_BELIEVED),
                get("RS256, by a key of nobody", good.signedBy(other, "nobody"), NOT_BELIEVED),
                get(
                        "RS256, by it as if by the realm",
                        good.signedBy(other, good.key().getKeyID()),
                        NOT_BELIEVED),
                get("RS256, saying ES256", good.saying("ES256"), NOT_BELIEVED),
                get("RS256, saying PS256", good.saying("PS256"), NOT_BELIEVED),
                get("RS256, saying none", good.saying("none"), NOT_BELIEVED),
                get(
                        "RS256, more below a signature",
                        less.withPayloadOf(good.token().serialize()),
                        NOT_BELIEVED),
                get("RS256, half a signature", good.token().serialize().replaceAll(".{171}$", ""), NOT_BELIEVED));
    }

    private static Presented get(String what, String token, Presented.Verdict verdict) {
        return Presented.bearer(what, "GET", Cases.BALANCES, token, verdict);
    }

    private static JWK newKey() {
        try {
            return new RSAKeyGenerator(KEY_SIZE).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
