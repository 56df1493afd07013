package io.apicredentials.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An installation in use keeps working when the provider comes, and when it goes again. */
final class UpgradeIT {

    @AutoClose
    private static Upgrade upgrade;

    private static PostgresServer database;

    @BeforeAll
    static void upgrade() {
        upgrade = Upgrade.run();
        database = upgrade.database();
    }

    @Test
    void theNodesStartWithoutAnErrorAndWithoutAWarningOfOurs() {
        assertThat(upgrade.startLog())
                .isNotEmpty()
                .noneMatch(line -> line.contains(" ERROR "))
                .noneMatch(line -> line.contains(" WARN  [io.apicredentials"));
    }

    @Test
    void everyRealmHasTheFlowExecutionOnce() {
        assertThat(database.query("select r.name from authentication_execution e join realm r on r.id = e.realm_id"
                        + " where e.authenticator = 'api-credential'"))
                .containsExactlyInAnyOrder("master", Upgrade.REALM);
    }

    @Test
    void everyRealmHasTheClientScopeWithItsMapperOnce() {
        assertThat(database.query("select r.name from client_scope s join realm r on r.id = s.realm_id"
                        + " left join protocol_mapper m on m.client_scope_id = s.id where s.name = 'api-credential'"))
                .containsExactlyInAnyOrder("master", Upgrade.REALM);
    }

    @Test
    void everyRealmHasTheSigningKeyOnce() {
        assertThat(database.query("select r.name from component c join realm r on r.id = c.realm_id"
                        + " where c.provider_type = 'org.keycloak.keys.KeyProvider' and c.provider_id like 'ecdsa%'"))
                .containsExactlyInAnyOrder("master", Upgrade.REALM);
    }

    @Test
    void everyRealmHasTheRolesOnce() {
        assertThat(database.query(
                        "select c.client_id || ' ' || r.name from keycloak_role r join client c on c.id = r.client"
                                + " where r.name like '%-api-credential%'"))
                .containsExactlyInAnyOrder(
                        "master-realm view-api-credentials",
                        "master-realm manage-api-credentials",
                        "master-realm manage-api-credential-settings",
                        "master-realm approve-api-credentials",
                        "shop-realm view-api-credentials",
                        "shop-realm manage-api-credentials",
                        "shop-realm manage-api-credential-settings",
                        "shop-realm approve-api-credentials",
                        "realm-management view-api-credentials",
                        "realm-management manage-api-credentials",
                        "realm-management manage-api-credential-settings",
                        "realm-management approve-api-credentials");
    }

    @Test
    void theTablesAreMadeOnce() {
        assertThat(database.query("select id from databasechangelog_api_creden"))
                .containsExactlyInAnyOrder("usage", "audit", "usage-without-realm", "audit-with-realm-of-user");
    }

    @Test
    void theNodesPublishTheSameSigningKey() {
        assertThat(upgrade.realms().map(UpgradeIT::es256Keys).distinct().toList())
                .singleElement()
                .satisfies(keys -> assertThat(keys).hasSize(1));
    }

    @Test
    void theOrdinaryClientAuthenticatesOnBothNodes() {
        assertThat(upgrade.realms()
                        .map(realm ->
                                realm.tokenEndpoint().request(Upgrade.ORDINARY).status()))
                .containsExactly(200, 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aCredentialMadeOnOneNodeGetsATokenOnBoth(int node) {
        ClientCredentials created = createOn(node);

        upgrade.realms().forEach(realm -> {
            JsonNode claims = realm.tokenEndpoint().request(created).claims();
            assertThat(claims.path("permission_set").asText()).isEqualTo("wallets");
            assertThat(realm.events().ofClient(created.clientId()))
                    .extracting(event -> event.path("type").asText())
                    .containsOnly("CLIENT_LOGIN");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCreationThatTheDatabaseRefusesLeavesNothing(DatabaseRefusal refusal) {
        AdminApi credentials = new AdminApi(realmOf(0).admin());
        List<String> rows = upgrade.rowCounts();

        database.execute(refusal.begin());
        Answer answer;
        try {
            answer = credentials.create(CredentialRequests.of("wallets", "127.0.0.1"));
        } finally {
            database.execute(refusal.end());
        }

        assertThat(answer.status()).isEqualTo(refusal.status());
        assertThat(answer.body())
                .doesNotContainIgnoringCase("user_entity")
                .doesNotContainIgnoringCase("insert into")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("\tat ", "apicred-");
        assertThat(upgrade.rowCounts()).isEqualTo(rows);
    }

    @Test
    void aPickUpThatTheDatabaseRefusesAtTheCommitLeavesTheLinkOpen() {
        AdminApi credentials = new AdminApi(realmOf(0).admin());
        SecretLink link = SecretLink.of(
                credentials.create(CredentialRequests.of("wallets", "127.0.0.1").put("delivery", "link")));

        database.execute("create function refuse_pick_up() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no pick-up'; end $$; create constraint trigger refuse_pick_up"
                + " after insert or update on client_attributes deferrable initially deferred for each row"
                + " when (new.value like '%;picked-up=%') execute function refuse_pick_up()");
        Answer refused;
        try {
            refused = link.confirm();
        } finally {
            database.execute("drop function refuse_pick_up cascade");
        }

        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body()).doesNotContain("kac_", "no pick-up", "\tat ");
        assertThat(SecretLink.page(link.open())).isEqualTo("open");
        realmOf(0).tokenEndpoint().request(link.pickUp()).expect(200);
        assertThat(SecretLink.page(link.confirm())).isEqualTo("reused");
    }

    /** PostgreSQL fails on it, where other databases find nothing. */
    @ParameterizedTest
    @CsvSource({
        "/%00, 404",
        "/%00/usage, 404",
        "/a%00b/changes, 404",
        "?search=%00, 400",
        "/count?search=a%00b, 400",
        "?permissionSet=%00, 400",
        "?enabled=%00, 400",
        "?max=%00, 400",
        "?%00=1, 400",
        "/last-used?id=%00, 400"
    })
    void aNulInAnAddressIsAnsweredWithoutTheDatabase(String path, int status) {
        Answer answer = realmOf(0).admin().send("GET", "api-credentials" + path, null);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void theSecretIsNowhereInTheDatabaseOrTheLog() {
        ClientCredentials created = createOn(0);
        realmOf(0).tokenEndpoint().request(created).expect(200);
        realmOf(0).tokenEndpoint().requestWithBasic(created).expect(200);
        realmOf(0).tokenEndpoint().from("127.0.0.2").request(created).expect(401);

        // What is there is found: Keycloak stores the secrets of its own clients, and events name the client.
        assertThat(database.tablesWith(Upgrade.ORDINARY.clientSecret())).contains("client");
        assertThat(database.tablesWith(created.clientId())).contains("client", "user_entity", "event_entity");
        assertThat(database.tablesWith(created.id())).contains("admin_event_entity");

        assertThat(database.tablesWith(created.clientSecret())).isEmpty();
        assertThat(database.query("select secret from client where id = ?", created.id()))
                .containsOnlyNulls();
        assertThat(upgrade.nodes().get(0).wholeLog().lines())
                .anyMatch(line -> line.contains(created.clientId()))
                .noneMatch(line -> line.contains(created.clientSecret()));
    }

    @Test
    void withoutTheProviderTheOrdinaryClientGoesOnAndTheCredentialIsRefused() {
        ClientCredentials created = createOn(0);
        realmOf(0).tokenEndpoint().request(created).expect(200);

        try (KeycloakServer stock = upgrade.startStock()) {
            TokenEndpoint tokens = Upgrade.realm(stock).tokenEndpoint();
            ClientCredentials wrong = new ClientCredentials("", Upgrade.ORDINARY.clientId(), "not the secret");

            assertThat(tokens.request(Upgrade.ORDINARY).status()).isEqualTo(200);
            assertThat(tokens.request(created).status()).isEqualTo(401);
            assertThat(tokens.request(wrong).status()).isEqualTo(401);
            tokens.request(new ClientCredentials("", "nobody", "nothing")).expect(401);
            // Counts and records of it stay, and keep nobody from removing it.
            Upgrade.realm(stock).admin().delete("clients/" + created.id()).expect(204);
            assertThat(stock.wholeLog().lines()).noneMatch(line -> line.contains(" ERROR "));
        }
    }

    private static ClientCredentials createOn(int node) {
        return new AdminApi(realmOf(node).admin()).issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private static TestRealm realmOf(int node) {
        return Upgrade.realm(upgrade.nodes().get(node));
    }

    private static List<JsonNode> es256Keys(TestRealm realm) {
        Answer keys =
                Http.from(KeycloakServer.LOCALHOST).get(realm.url() + "/protocol/openid-connect/certs", Fields.none());
        return StreamSupport.stream(keys.expect(200).json().path("keys").spliterator(), false)
                .filter(key -> key.path("alg").asText().equals("ES256"))
                .toList();
    }
}
