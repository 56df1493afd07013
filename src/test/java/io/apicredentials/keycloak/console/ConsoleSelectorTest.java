package io.apicredentials.keycloak.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Stub;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.common.Profile;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;

final class ConsoleSelectorTest {

    @BeforeAll
    static void readFeatures() {
        Profile.defaults();
    }

    @ParameterizedTest
    @CsvSource({
        "'',              true,  api-credentials",
        "api-credentials, true,  api-credentials",
        "keycloak.v2,     true,  keycloak.v2",
        "house,           true,  house",
        "'',              false, keycloak.v2",
        "api-credentials, false, keycloak.v2",
        "house,           false, house"
    })
    void keepsTheAdminThemeThatARealmHasChosenUnlessOursDoesNotFit(String chosen, boolean fits, String expected) {
        assertThat(new ConsoleSelector(session(chosen), fits).getThemeName(Theme.Type.ADMIN))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGIN", "ACCOUNT", "EMAIL"})
    void leavesOtherThemesAsTheyAre(Theme.Type type) {
        KeycloakSession session = session("");

        assertThat(new ConsoleSelector(session, true).getThemeName(type))
                .isEqualTo(new DefaultThemeSelectorProvider(session).getThemeName(type));
    }

    @ParameterizedTest
    @CsvSource({"26.7.4, true, true", "26.70.0, true, false", "26.7.4, false, false", "26.8.0, false, false"})
    void fitsAServerOfItsLineIfItWasBuilt(String version, boolean built, boolean expected) {
        assertThat(ConsoleSelectorFactory.fits(version, "26.7.", built)).isEqualTo(expected);
    }

    private static KeycloakSession session(String adminTheme) {
        RealmModel realm = Stub.of(
                RealmModel.class,
                Map.of("getAdminTheme", adminTheme, "getLoginTheme", "", "getAccountTheme", "", "getEmailTheme", ""));
        ClientModel client = Stub.of(ClientModel.class, Map.of("getAttribute", ""));
        KeycloakContext context = Stub.of(KeycloakContext.class, Map.of("getRealm", realm, "getClient", client));
        return Stub.of(KeycloakSession.class, Map.of("getContext", context));
    }
}
