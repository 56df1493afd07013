package io.apicredentials.it.token;

import static io.apicredentials.it.token.Way.post;
import static io.apicredentials.it.token.Way.refused;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Browser;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TokenEndpoint;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every way to use a client that a Keycloak of our version offers as it is delivered, each with valid input. */
final class Ways {

    private static final String OIDC = "protocol/openid-connect/";
    private static final String TOKEN = OIDC + "token";
    private static final String CALLBACK = "http://127.0.0.1:9/callback";
    private static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";
    private static final Pattern CODE = Pattern.compile("[?&#]code=([^&]+)");
    private static final Fields LOGIN_REQUEST = Fields.of("scope", "openid").and("login_hint", Person.OWNER.username());

    private Ways() {}

    static List<Way> all() {
        return List.of(
                new Way(
                        "client credentials",
                        true,
                        candidate -> authentication ->
                                candidate.token(grant("client_credentials").and(authentication))),
                refused("authorization code", Ways::authorizationCode),
                refused("implicit: `token`", candidate -> authentication -> logIn(candidate, "token")),
                refused("implicit: `id_token`", candidate -> authentication -> logIn(candidate, "id_token")),
                refused("hybrid: `code id_token`", candidate -> authentication -> logIn(candidate, "code id_token")),
                post("password", TOKEN, password()),
                refused("refresh token", Ways::refreshToken),
                refused("device code", Ways::deviceCode),
                refused("CIBA", Ways::ciba),
                refused("token exchange, as requester", Ways::exchange),
                refused("token exchange by another client, of its token", Ways::exchangeByAnother),
                refused(
                        "JWT bearer",
                        candidate ->
                                authentication -> candidate.token(grant("urn:ietf:params:oauth:grant-type:jwt-bearer")
                                        .and(
                                                "assertion",
                                                AssertionIssuer.assertion(
                                                        candidate.realm().url()))
                                        .and(authentication))),
                post("UMA, with client authentication", TOKEN, uma()),
                refused("UMA, with nothing but its token", Ways::umaWithToken),
                post("endpoint: pushed authorization request", OIDC + "ext/par/request", authorization("code")),
                refused("endpoint: introspection", candidate -> with(candidate, OIDC + "token/introspect")),
                new Way("endpoint: revocation", true, candidate -> with(candidate, OIDC + "revoke")),
                post("endpoint: device authorization", OIDC + "auth/device", Fields.of("scope", "openid")),
                post("endpoint: CIBA", OIDC + "ext/ciba/auth", LOGIN_REQUEST),
                refused("endpoint: logout", Ways::logout),
                post("endpoint: register node", "clients-managements/register-node", node()),
                post("endpoint: unregister node", "clients-managements/unregister-node", node()));
    }

    private static Fields grant(String type) {
        return Fields.of("grant_type", type);
    }

    private static Fields password() {
        return grant("password")
                .and("scope", "openid")
                .and("username", Person.OWNER.username())
                .and("password", Person.OWNER.username());
    }

    private static Fields uma() {
        return grant("urn:ietf:params:oauth:grant-type:uma-ticket").and("audience", MatrixRealm.UMA_API);
    }

    private static Fields node() {
        return Fields.of("client_cluster_host", "node-1");
    }

    private static Fields authorization(String responseType) {
        return Fields.of("response_type", responseType)
                .and("redirect_uri", CALLBACK)
                .and("scope", "openid")
                .and("state", "state")
                .and("nonce", "nonce");
    }

    /** Walks a person through the login page; the answer is where the browser ends. */
    private static Answer logIn(Candidate candidate, String responseType) {
        Browser browser = browser(candidate);
        Fields query = authorization(responseType).and("client_id", candidate.clientId());
        Answer page = browser.open(candidate.url(OIDC + "auth?" + query.urlEncoded()));
        return page.status() == 200 ? browser.logIn(page, Person.OWNER) : page;
    }

    private static Way.Attempt authorizationCode(Candidate candidate) {
        String location = logIn(candidate, "code").header("Location").orElse("no redirect");
        Matcher code = CODE.matcher(location);
        if (!code.find()) {
            throw new AssertionError("no code: " + location);
        }
        Fields form = grant("authorization_code").and("code", code.group(1)).and("redirect_uri", CALLBACK);
        return authentication -> candidate.token(form.and(authentication));
    }

    private static Way.Attempt refreshToken(Candidate candidate) {
        Fields form = grant("refresh_token").and("refresh_token", refreshTokenOf(candidate));
        return authentication -> candidate.token(form.and(authentication));
    }

    private static Way.Attempt logout(Candidate candidate) {
        Fields form = Fields.of("refresh_token", refreshTokenOf(candidate));
        return authentication -> candidate.post(OIDC + "logout", form.and(authentication));
    }

    private static String refreshTokenOf(Candidate candidate) {
        Answer answer = candidate.token(password().and(candidate.authentication()));
        return answer.expect(200).json().path("refresh_token").asText();
    }

    private static Way.Attempt deviceCode(Candidate candidate) {
        JsonNode started = candidate
                .post(OIDC + "auth/device", Fields.of("scope", "openid").and(candidate.authentication()))
                .expect(200)
                .json();
        Browser browser = browser(candidate);
        Answer login = browser.open(started.path("verification_uri_complete").asText());
        browser.submit(browser.logIn(login, Person.OWNER), Fields.of("accept", "Yes"));
        Fields form = grant("urn:ietf:params:oauth:grant-type:device_code")
                .and("device_code", started.path("device_code").asText());
        return authentication -> candidate.token(form.and(authentication));
    }

    private static Way.Attempt ciba(Candidate candidate) {
        JsonNode started = candidate
                .post(OIDC + "ext/ciba/auth", LOGIN_REQUEST.and(candidate.authentication()))
                .expect(200)
                .json();
        AuthenticationDevice.agree(candidate.realm().url());
        Fields form = grant("urn:openid:params:grant-type:ciba")
                .and("auth_req_id", started.path("auth_req_id").asText());
        return authentication -> candidate.token(form.and(authentication));
    }

    private static Fields exchangeOf(String token) {
        return grant("urn:ietf:params:oauth:grant-type:token-exchange")
                .and("subject_token", token)
                .and("subject_token_type", ACCESS_TOKEN_TYPE);
    }

    private static Way.Attempt exchange(Candidate candidate) {
        Fields form = exchangeOf(candidate.token());
        return authentication -> candidate.token(form.and(authentication));
    }

    private static Way.Attempt exchangeByAnother(Candidate candidate) {
        Fields form = exchangeOf(candidate.token());
        return authentication -> candidate.token(form.and(TokenEndpoint.post(MatrixRealm.EXCHANGER)));
    }

    private static Way.Attempt umaWithToken(Candidate candidate) {
        String token = candidate.token();
        return authentication -> candidate.realm().tokenEndpoint().request(uma(), Fields.bearer(token));
    }

    private static Way.Attempt with(Candidate candidate, String path) {
        Fields form = Fields.of("token", candidate.token());
        return authentication -> candidate.post(path, form.and(authentication));
    }

    private static Browser browser(Candidate candidate) {
        URI realm = URI.create(candidate.realm().url());
        return new Browser(realm.getScheme() + "://" + realm.getAuthority());
    }
}
