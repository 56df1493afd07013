package io.apicredentials.it.console;

import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.TestRealm;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names of the themes that a realm's pages come from, by the addresses of what they load. */
final class ThemePages {

    private ThemePages() {}

    static String ofConsole(TestRealm realm) {
        return theme(realm.consoleUrl(), "admin");
    }

    static String ofLogin(TestRealm realm) {
        return theme(realm.url() + "/protocol/openid-connect/auth?client_id=account&response_type=code", "login");
    }

    static String ofAccount(TestRealm realm) {
        return theme(realm.url() + "/account/", "account");
    }

    private static String theme(String url, String type) {
        String page = Http.from(KeycloakServer.LOCALHOST)
                .get(url, Fields.none())
                .expect(200)
                .body();
        return Pattern.compile("/resources/[^/]+/" + type + "/([^/\"]+)")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("loads nothing of a theme: " + page));
    }
}
