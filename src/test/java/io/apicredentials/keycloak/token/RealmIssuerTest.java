package io.apicredentials.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.services.Urls;

/** Against Keycloak's own, by which it judges tokens. */
class RealmIssuerTest {

    private static final List<String> REALMS =
            List.of("demo", "Under_Score-1", "with.dot", "a b", "ümlaut", "a+b", "..", "{x}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/",
                "https://id.example.com/",
                "https://id.example.com",
                "https://id.example.com/auth/",
                "https://id.example.com/auth",
                "https://id.example.com/a%20b/",
                "https://id.example.com//a//",
                "https://[2001:db8::1]:8443/",
                "https://under_score.example.com/",
                "https://id.example.com:/",
                "https://id.example.com/#/",
                "https://id.example.com/a?x=/",
                "https://id.example.com/a/?x=1"
            })
    void isKeycloaks(URI base) {
        assertThat(REALMS)
                .allSatisfy(realm -> assertThat(RealmIssuer.of(base, realm)).isEqualTo(Urls.realmIssuer(base, realm)));
    }
}
