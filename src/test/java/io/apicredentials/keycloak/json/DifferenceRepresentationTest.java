package io.apicredentials.keycloak.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.apicredentials.approval.Operation;
import org.junit.jupiter.api.Test;

/** What a request would change, as those see it who decide. */
class DifferenceRepresentationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void namesFieldsThatComeChangeAndGo() throws Exception {
        JsonNode difference = difference(
                Operation.UPDATE,
                "{'name':'Treasury','description':'Balances','owner':{'team':'Treasury','contact':'a@example.com'}}",
                "{'name':'Treasuries','owner':{'team':'Treasury'},'expiresAt':'2027-01-01T00:00:00Z'}");

        assertThat(difference.path("fields").toString())
                .isEqualTo("[{'field':'name','before':'Treasury','after':'Treasuries'},".replace('\'', '"')
                        + "{'field':'expiresAt','after':'2027-01-01T00:00:00Z'},".replace('\'', '"')
                        + "{'field':'description','before':'Balances'},".replace('\'', '"')
                        + "{'field':'owner.contact','before':'a@example.com'}]".replace('\'', '"'));
        assertThat(difference.has("addresses")).isFalse();
        assertThat(difference.has("permissions")).isFalse();
    }

    @Test
    void countsTheAddressesThatAreAdmittedAndThoseThatAreNot() throws Exception {
        JsonNode addresses = difference(
                        Operation.UPDATE,
                        "{'allowedIps':['203.0.113.0/25','198.51.100.7']}",
                        "{'allowedIps':['203.0.113.0/24','203.0.113.64/26']}")
                .path("addresses");

        assertThat(addresses.path("newlyAdmitted").asLong()).isEqualTo(128);
        assertThat(addresses.path("noLongerAdmitted").asLong()).isEqualTo(1);
        assertThat(addresses.path("removed")).hasSize(2);
    }

    @Test
    void aNewCredentialAdmitsAllThatItLists() throws Exception {
        JsonNode addresses = difference(Operation.CREATE, "{}", "{'allowedIps':['0.0.0.0/0']}")
                .path("addresses");

        assertThat(addresses.path("newlyAdmitted").asLong()).isEqualTo(1L << 32);
    }

    @Test
    void namesPermissionsThatComeAndGo() throws Exception {
        JsonNode permissions = difference(
                        Operation.UPDATE,
                        "{'permissions':[{'type':'key','action':'read','scope':'org'},{'type':'vault','action':'read','scope':'org'}]}",
                        "{'permissions':[{'type':'vault','action':'read','scope':'org'},{'type':'key','action':'delete','scope':'org'}]}")
                .path("permissions");

        assertThat(permissions.at("/added/0/action").asText()).isEqualTo("delete");
        assertThat(permissions.at("/removed/0/type").asText()).isEqualTo("key");
        assertThat(permissions.path("added")).hasSize(1);
    }

    @Test
    void whatReplacesNothingTakesNothingAway() throws Exception {
        JsonNode difference =
                difference(Operation.ROTATE, "{'name':'Treasury','allowedIps':['203.0.113.7']}", "{'overlap':'P7D'}");

        assertThat(difference.path("fields")).hasSize(1);
        assertThat(difference.has("addresses")).isFalse();
    }

    private static JsonNode difference(Operation operation, String base, String proposed) throws Exception {
        return JSON.valueToTree(DifferenceRepresentation.of(
                operation, JSON.readTree(base.replace('\'', '"')), JSON.readTree(proposed.replace('\'', '"'))));
    }
}
