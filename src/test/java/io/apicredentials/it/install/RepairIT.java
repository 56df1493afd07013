package io.apicredentials.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an administrator removed comes back with the next credential, also when several are created at once. */
@KeycloakTest
final class RepairIT {

    private static final int AT_ONCE = 8;

    private final TestRealm realm;

    RepairIT(TestRealm realm) {
        this.realm = realm;
        realm.token(Person.OWNER);
    }

    @Test
    void credentialsCreatedAtOnceBringTheClientScopeBackOnce() throws InterruptedException, ExecutionException {
        remove(scopes().get(0));

        List<Answer> answers = createAtOnce();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(scopes()).hasSize(1);
        assertThat(scopes().get(0).path("protocolMappers")).hasSize(1);
        assertThat(executions()).hasSize(1);
        for (Answer answer : answers) {
            assertThat(realm.tokenEndpoint()
                            .request(ClientCredentials.of(answer))
                            .claims()
                            .path("permissions"))
                    .isNotEmpty();
        }
    }

    @Test
    void aMapperComesBackInTheClientScope() {
        JsonNode scope = scopes().get(0);
        realm.admin()
                .delete("client-scopes/" + scope.path("id").asText() + "/protocol-mappers/models/"
                        + scope.at("/protocolMappers/0/id").asText())
                .expect(204);

        realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        assertThat(scopes().get(0).path("protocolMappers")).hasSize(1);
    }

    private List<Answer> createAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CyclicBarrier start = new CyclicBarrier(AT_ONCE);
            Callable<Answer> create = () -> {
                start.await();
                return realm.credentials().create(CredentialRequests.of("wallets", "127.0.0.1"));
            };
            List<Future<Answer>> futures = threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(number -> create).toList());
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private void remove(JsonNode scope) {
        realm.admin().delete("client-scopes/" + scope.path("id").asText()).expect(204);
        assertThat(scopes()).isEmpty();
    }

    private List<JsonNode> scopes() {
        return matching("client-scopes", "name");
    }

    private List<JsonNode> executions() {
        return matching("authentication/flows/clients/executions", "providerId");
    }

    private List<JsonNode> matching(String path, String field) {
        return StreamSupport.stream(realm.admin().get(path).expect(200).json().spliterator(), false)
                .filter(found -> found.path(field).asText().equals("api-credential"))
                .toList();
    }
}
