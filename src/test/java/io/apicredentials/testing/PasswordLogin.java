package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Logs a person in with a password at a public client, and again when half of the access token's time is over, so that
 * no slow request meets its end.
 */
public final class PasswordLogin implements Supplier<String> {

    private final String realmUrl;
    private final String clientId;
    private final String username;
    private final String password;
    private @Nullable String token;
    private long renewAt;

    public PasswordLogin(String realmUrl, String clientId, String username, String password) {
        this.realmUrl = realmUrl;
        this.clientId = clientId;
        this.username = username;
        this.password = password;
    }

    /** A valid access token. */
    @Override
    public synchronized String get() {
        String current = token;
        return current == null || System.nanoTime() - renewAt >= 0 ? fresh() : current;
    }

    /** A new access token, with the roles the person has now. */
    public synchronized String fresh() {
        Fields form = Fields.of("grant_type", "password")
                .and("client_id", clientId)
                .and("username", username)
                .and("password", password);
        Answer answer = Http.from(KeycloakServer.LOCALHOST)
                .postForm(realmUrl + "/protocol/openid-connect/token", Fields.none(), form)
                .expect(200);
        JsonNode json = answer.json();
        renewAt = System.nanoTime()
                + Duration.ofSeconds(json.path("expires_in").asLong())
                        .dividedBy(2)
                        .toNanos();
        String renewed = answer.accessToken();
        token = renewed;
        return renewed;
    }
}
