package io.apicredentials.it.gateway;

import static io.apicredentials.it.gateway.Presented.Verdict.ADMITTED;
import static io.apicredentials.it.gateway.Presented.Verdict.ADMITTED_OR_NOT;
import static io.apicredentials.it.gateway.Presented.Verdict.NOT_ALLOWED;
import static io.apicredentials.it.gateway.Presented.Verdict.NOT_BELIEVED;
import static io.apicredentials.it.gateway.Presented.Verdict.NOT_SERVED;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every example has to judge, in one list for all of them. They protect {@value #BALANCES}, for which a token needs the
 * word {@value #WORD}; some of them also {@value #OF_A_VAULT}, for which two more words do.
 */
final class Cases {

    static final String BALANCES = "/balances";
    static final String OF_A_VAULT = "/vaults/7e0f/balances";
    static final String WORD = "balances:read";

    private final List<Presented> all = new ArrayList<>();
    private final Forger forger;

    private Cases(Forger forger) {
        this.forger = forger;
    }

    /** All that are about {@value #BALANCES}. */
    static List<Presented> ofTheOrganization(GatewayRealm realm, TestRealm otherRealm) {
        Cases cases = new Cases(Forger.of(realm.token(WORD), realm.key()));
        cases.otherRequests(realm.token(WORD));
        cases.realTokens(realm, otherRealm);
        cases.noTokens();
        cases.twoTokens(realm.token(WORD), realm.token("key:read"), realm.key());
        cases.otherSignatures();
        cases.otherClaims(realm, otherRealm);
        cases.otherScopes();
        return cases.all;
    }

    /** Those about {@value #OF_A_VAULT}, where the words that admit depend on the path. */
    static List<Presented> ofOneVault(GatewayRealm realm) {
        Cases cases = new Cases(Forger.of(realm.token(WORD), realm.key()));
        for (String word : List.of(WORD, "balances:read:vault", "balances:read:vault:7e0f")) {
            cases.add(word, OF_A_VAULT, realm.token(word), ADMITTED);
        }
        for (String word : List.of("balances:read:vault:7e0", "balances:read:key:7e0f", "key:read:vault:7e0f")) {
            cases.add(word, OF_A_VAULT, realm.token(word), NOT_ALLOWED);
        }
        for (String word : List.of("balances:read:vault:7e0f8", "balances:read:vault:", "xbalances:read:vault:7e0f")) {
            cases.add(word, OF_A_VAULT, cases.words(word, List.of(word)), NOT_ALLOWED);
        }
        String oneVault = realm.token("balances:read:vault:7e0f");
        cases.add("a query", OF_A_VAULT + "?vault=7e0f8", oneVault, ADMITTED);
        cases.add("another in a query", "/vaults/7e0f8/balances?/vaults/7e0f/balances", oneVault, NOT_ALLOWED);
        cases.addMethod("POST", OF_A_VAULT, oneVault, NOT_SERVED);
        for (String vault : List.of(".*", "7e0f%20", "7e0.", "%20", "*")) {
            String path = OF_A_VAULT.replace("7e0f", vault);
            cases.add("for the vault " + vault, path, oneVault, NOT_ALLOWED);
        }
        return cases.all;
    }

    /**
     * A good token, and not the request that it is for. One with a body comes first, when a gateway has no keys yet: none of
     * that body may get into its own request for them.
     */
    private void otherRequests(String token) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            addMethod(method, BALANCES, token, NOT_SERVED);
        }
        addMethod("HEAD", BALANCES, token, ADMITTED);
        add("a query", BALANCES + "?page=2", token, ADMITTED);
        add("a query with a question in it", BALANCES + "?page=2?page=3", token, ADMITTED);
        for (String path : List.of("/other?/balances", "/balances/7e0f", "/balances%3Fpage=2")) {
            add(path, path, token, NOT_SERVED);
        }
    }

    private void realTokens(GatewayRealm realm, TestRealm otherRealm) {
        add("the permission alone", realm.token(WORD), ADMITTED);
        add("the permission among others", realm.token("key:read", WORD, "vault:read"), ADMITTED);
        add("what was asked for of more", realm.narrowed(WORD, WORD, "key:read"), ADMITTED);
        add("less was asked for", realm.narrowed("balances:read:vault", WORD), NOT_ALLOWED);
        add("every vault", realm.token("balances:read:vault"), NOT_ALLOWED);
        add("one vault", realm.token("balances:read:vault:7e0f"), NOT_ALLOWED);
        add("another type", realm.token("key:read"), NOT_ALLOWED);
        add("another client of the realm", realm.tokenOfAnotherClient(WORD), NOT_BELIEVED);
        add("another realm", GatewayRealm.token(otherRealm, WORD), NOT_BELIEVED);
    }

    private void noTokens() {
        all.add(new Presented("no token", "GET", BALANCES, Fields.none(), "", NOT_BELIEVED));
        for (String header : List.of("Bearer", "Bearer garbage", "Bearer a.b.c", "Bearer e30.e30.e30", "Basic YTpi")) {
            all.add(new Presented(header, "GET", BALANCES, Fields.of("Authorization", header), "", NOT_BELIEVED));
        }
    }

    /** A token that the realm signed and one that it did not: the second must do nothing, and must not get through a gateway. */
    private void twoTokens(String good, String less, ECKey key) {
        String forged = Forger.of(less, key).withPayloadOf(good);
        two("a good one", good, forged, ADMITTED_OR_NOT);
        two("one for another type", less, forged, NOT_BELIEVED);
    }

    private void two(String what, String good, String forged, Presented.Verdict verdict) {
        Fields first = Fields.bearer(good);
        Fields second = Fields.bearer(forged);
        String list = "Bearer " + good + ", Bearer " + forged;
        String reversed = "Bearer " + forged + ", Bearer " + good;
        two(what + ", then a forged one", first.and(second), good, verdict);
        two("a forged one, then " + what, second.and(first), good, verdict);
        two(what + ", a comma, a forged one", Fields.of("Authorization", list), good, verdict);
        two("a forged one, a comma, " + what, Fields.of("Authorization", reversed), good, verdict);
    }

    private void two(String what, Fields headers, String good, Presented.Verdict verdict) {
        all.add(new Presented(what, "GET", BALANCES, headers, good, verdict));
    }

    private void otherSignatures() {
        ECKey other = newKey();
        add("unsigned", forger.unsigned(), NOT_BELIEVED);
        add("signed with the public key", forger.signedWithThePublicKey(), NOT_BELIEVED);
        add("signed by a key of nobody", forger.signedBy(other, "nobody"), NOT_BELIEVED);
        add(
                "signed by it as if by the realm",
                forger.signedBy(other, forger.key().getKeyID()),
                NOT_BELIEVED);
        add("other claims below a signature", forger.withPayloadOf(forger.claim("jti", "other")), NOT_BELIEVED);
        for (String algorithm : List.of("none", "es256", "ES999", "")) {
            add("saying " + algorithm, forger.saying(algorithm), NOT_BELIEVED);
        }
        add("half a signature", forger.token().serialize().replaceAll(".{43}$", ""), NOT_BELIEVED);
    }

    private void otherClaims(GatewayRealm realm, TestRealm otherRealm) {
        Date past = Date.from(Instant.now().minus(1, ChronoUnit.HOURS));
        add("as it was", forger.claim("jti", "again"), ADMITTED);
        add("saying that it is a JWT", forger.ofType("JWT"), ADMITTED);
        add("expired", forger.claim("exp", past), NOT_BELIEVED);
        add("for another API", forger.claim("aud", "other"), NOT_BELIEVED);
        add("for no API", forger.claim("aud", null), NOT_BELIEVED);
        add("with the audience as a prefix", forger.claim("aud", "api2"), NOT_BELIEVED);
        add("of another issuer", forger.claim("iss", otherRealm.url()), NOT_BELIEVED);
        add("of an issuer that begins like it", forger.claim("iss", realm.issuer() + "2"), NOT_BELIEVED);
        add("of no issuer", forger.claim("iss", null), NOT_BELIEVED);
        add("without a permission set", forger.claim("permission_set", null), NOT_BELIEVED);
        add("bound to a key (DPoP)", forger.claim("typ", "DPoP"), NOT_BELIEVED);
        add("a refresh token", forger.claim("typ", "Refresh"), NOT_BELIEVED);
        add("of no type", forger.claim("typ", null), NOT_BELIEVED);
    }

    private void otherScopes() {
        add("no words, and all objects", words(null, null), NOT_ALLOWED);
        add("an empty scope", words("", List.of()), NOT_ALLOWED);
        add("empty lists", words(List.of(), List.of()), NOT_ALLOWED);
        add("a list of others", words(List.of("balances:read:vault", "key:read"), List.of("key:read")), NOT_ALLOWED);
        Forger less = Forger.of(words(null, List.of("key:read")), forger.key());
        add("scope twice, and neither", less.twice("scope", "balances:read:vault", "key:read"), NOT_BELIEVED);
        add("objects", words(Map.of(WORD, true), Map.of(WORD, true)), NOT_ALLOWED);
        for (String scope : List.of(
                "balances:peek",
                "balances:readx",
                "xbalances:read",
                "balances:rea",
                "balances",
                "balances:read:",
                ":balances:read",
                "balances:READ",
                "balances:*",
                "*",
                "balances.read",
                "balances:read:vault balances:read:key",
                "key:read balances:read:vault:7e0f balances:update",
                "x-balances:read-x balances:update")) {
            add("scope " + scope, words(scope, List.of(scope.split(" ", -1))), NOT_ALLOWED);
        }
        // Quarkus reads no token with a word that it cannot take apart.
        add("commas", words("key:read,balances:read", List.of("key:read,balances:read")), NOT_BELIEVED);
        add(
                "the word in other claims",
                forger.claims(claims -> words(claims, "key:read", List.of("key:read"))
                        .claim("scp", WORD)
                        .claim("roles", List.of(WORD))
                        .claim("name", WORD)),
                NOT_ALLOWED);
    }

    /** The permissions as a text, and as a list: each example reads one of the two. */
    private String words(@Nullable Object scope, @Nullable Object strings) {
        return forger.claims(claims -> words(claims, scope, strings));
    }

    private static JWTClaimsSet.Builder words(
            JWTClaimsSet.Builder claims, @Nullable Object scope, @Nullable Object strings) {
        return claims.claim("scope", scope).claim("permission_strings", strings);
    }

    private void add(String what, String token, Presented.Verdict verdict) {
        add(what, BALANCES, token, verdict);
    }

    private void add(String what, String path, String token, Presented.Verdict verdict) {
        all.add(Presented.bearer(what, "GET", path, token, verdict));
    }

    private void addMethod(String method, String path, String token, Presented.Verdict verdict) {
        all.add(Presented.bearer(method, method, path, token, verdict));
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
