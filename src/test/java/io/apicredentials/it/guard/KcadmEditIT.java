package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Kcadm;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits with {@code kcadm.sh update}. */
@KeycloakTest
final class KcadmEditIT {

    private final TestRealm realm;
    private final Kcadm kcadm;
    private final ClientCredentials credential;

    KcadmEditIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.kcadm = Kcadm.login(server);
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void editsADescription() {
        Kcadm.Result result = update("description=Edited by kcadm");

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(read().path("description").asText()).isEqualTo("Edited by kcadm");
        assertThat(read().has("secret")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "fullScopeAllowed=true, full scope allowed",
        "clientAuthenticatorType=client-secret, client authenticator",
        "attributes.\"api.credential.permissions\"=transaction:create:org:*, transaction",
        "attributes.\"api.credential.permission-set\"=controls, permission set"
    })
    void refusesWhatACredentialDoesNotAllow(String setting, String message) {
        JsonNode before = read();

        Kcadm.Result result = update(setting);

        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains(message);
        assertThat(read()).isEqualTo(before);
    }

    private Kcadm.Result update(String setting) {
        return kcadm.attempt("update", "clients/" + credential.id(), "-r", realm.name(), "-s", setting);
    }

    private JsonNode read() {
        return realm.admin().get("clients/" + credential.id()).expect(200).json();
    }
}
