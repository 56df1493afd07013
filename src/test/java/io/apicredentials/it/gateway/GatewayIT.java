package io.apicredentials.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The examples for gateways and libraries admit what they should and refuse everything else, all by the same cases. */
@KeycloakTest(realm = GatewayIT.BothForms.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatewayIT {

    /** Its tokens have the permissions as strings too, which one of the examples needs. */
    static final class BothForms implements RealmChange {

        @Override
        public void apply(ObjectNode realm) {
            realm.withObject("/attributes").put("api.credential.token.permissions", "both");
        }
    }

    /** How often a gateway gets the keys in all cases together, which take some seconds, or some minutes where all is slow. */
    private static final int ONCE_A_MINUTE = 3;

    private static final List<String> NGINX_REASONS = Stream.of(
                    "none, or not readable",
                    "alg",
                    "crit",
                    "no such key",
                    "signature",
                    "iss",
                    "aud",
                    "exp",
                    "typ",
                    "permission_set")
            .map("token refused: %s"::formatted)
            .toList();

    private final KeycloakServer server;
    private final TestRealm realm;
    private final List<Presented> organization;
    private final List<Presented> oneVault;
    private final HeaderCases headers;

    GatewayIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        GatewayRealm own = GatewayRealm.of(server, realm);
        try (TestRealm other = TestRealm.create(server, content -> {})) {
            organization = Cases.ofTheOrganization(own, other);
        }
        oneVault = Cases.ofOneVault(own);
        headers = HeaderCases.of(own);
    }

    @Test
    void thereIsSomethingToAdmitAndToRefuse() {
        assertThat(organization).map(Presented::verdict).contains(Presented.Verdict.values());
        assertThat(oneVault)
                .map(Presented::verdict)
                .contains(Presented.Verdict.ADMITTED, Presented.Verdict.NOT_ALLOWED);
    }

    @Test
    void theyAreTriedAsTheGuideTellsIt() {
        Examples.express("with-jose").requireInstalled();
        Examples.haproxy().requireInstalled();

        assertThat(new TriedGuide().run(server, realm))
                .endsWith("401\n200\n403\n200\n403\n401\n403\n[\"all balances\"]\n{\"permissions\":\"both\"}\n");
    }

    @TestFactory
    Stream<DynamicTest> expressWithJose() {
        return judged(Examples.express("with-jose"), all());
    }

    @TestFactory
    Stream<DynamicTest> expressWithJoseForRs256() {
        return judgedForRs256(Examples.express("with-jose"));
    }

    @TestFactory
    Stream<DynamicTest> expressWithExpressOauth2JwtBearer() {
        return judged(Examples.express("with-express-oauth2-jwt-bearer"), all());
    }

    @TestFactory
    Stream<DynamicTest> expressWithExpressOauth2JwtBearerForRs256() {
        return judgedForRs256(Examples.express("with-express-oauth2-jwt-bearer"));
    }

    @TestFactory
    Stream<DynamicTest> apacheWithModAuthOpenidc() {
        KeysFront front = KeysFront.startWithTls(server, realm);
        return judged(Examples.apache("mod_auth_openidc"), front.realm(), both(organization, headers.all()))
                .onClose(front::close);
    }

    @TestFactory
    Stream<DynamicTest> apacheWithModOauth2() {
        return judged(Examples.apache("mod_oauth2"), both(organization, headers.all()));
    }

    @TestFactory
    Stream<DynamicTest> nginxWithNjs() {
        KeysFront front = KeysFront.start(server, realm);
        return Stream.concat(
                        judged(Examples.nginx(), front.realm(), all()),
                        Stream.of(
                                DynamicTest.dynamicTest(
                                        "does not ask for the keys each time",
                                        () -> assertThat(front.requests()).isBetween(1, ONCE_A_MINUTE)),
                                DynamicTest.dynamicTest(
                                        "writes which check refused a token, and nothing of the token",
                                        () -> assertThat(RunningExample.log(Examples.nginx()))
                                                .contains(NGINX_REASONS)
                                                .doesNotContain("eyJ"))))
                .onClose(front::close);
    }

    @TestFactory
    Stream<DynamicTest> nginxWithNjsForRs256() {
        return judgedForRs256(Examples.nginx());
    }

    @TestFactory
    Stream<DynamicTest> haproxy() {
        return judged(Examples.haproxy(), both(organization, headers.es256Alone()));
    }

    @TestFactory
    Stream<DynamicTest> haproxyForRs256() {
        return judgedForRs256(Examples.haproxy());
    }

    @TestFactory
    Stream<DynamicTest> springSecurity() {
        return judged(
                Examples.spring(),
                both(both(organization, oneVault), headers.es256Alone(Presented.Verdict.NOT_BELIEVED)));
    }

    /** What it takes without the line. */
    @TestFactory
    Stream<DynamicTest> springSecurityForRs256() {
        String line = "spring.security.oauth2.resourceserver.jwt.jws-algorithms=ES256\n";
        return judged(Examples.spring().forRs256(line, ""), headers.rs256Alone());
    }

    @TestFactory
    Stream<DynamicTest> quarkusOidc() {
        return judged(Examples.quarkus(), all());
    }

    @TestFactory
    Stream<DynamicTest> quarkusOidcForRs256() {
        return judgedForRs256(Examples.quarkus());
    }

    private List<Presented> all() {
        return both(both(organization, oneVault), headers.es256Alone());
    }

    private static List<Presented> both(List<Presented> some, List<Presented> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Stream<DynamicTest> judgedForRs256(Example example) {
        return judged(example.forRs256("ES256", "RS256"), headers.rs256Alone());
    }

    private Stream<DynamicTest> judged(Example example, List<Presented> cases) {
        return judged(example, realm.url(), cases);
    }

    private Stream<DynamicTest> judged(Example example, String keys, List<Presented> cases) {
        example.requireInstalled();
        RunningExample running = RunningExample.start(example, realm.url(), keys);
        return cases.stream()
                .map(presented -> DynamicTest.dynamicTest(presented.what(), () -> judge(running, presented)))
                .onClose(running::close);
    }

    private static void judge(RunningExample running, Presented presented) {
        int before = running.passedOn().size();

        Answer answer = running.present(presented);

        assertThat(answer.status()).isIn(presented.verdict().statuses());
        assertThat(answer.header("Set-Cookie")).isEmpty();
        // Nothing of where a program is installed.
        assertThat(answer.body()).doesNotContain("node_modules", "file:/", ".java:");
        List<List<String>> passedOn = running.passedOn();
        assertThat(passedOn.subList(before, passedOn.size()))
                .isEqualTo(
                        running.isGateway() && answer.status() == 200
                                ? List.of(List.of("Bearer " + presented.token()))
                                : List.of());
    }
}
