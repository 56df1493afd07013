package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A realm with the content of the demo realm, and clients for what it offers. Closing it removes it. */
public final class TestRealm implements AutoCloseable {

    /** The resource server that the tokens are for. */
    public static final ClientCredentials RESOURCE_SERVER = new ClientCredentials("", "api", "api-demo-secret");

    private final String url;
    private final String consoleUrl;
    private final String name;
    private final AdminClient server;
    private final Map<Person, PasswordLogin> logins = new ConcurrentHashMap<>();

    private TestRealm(String serverUrl, AdminClient server, String name) {
        this.name = name;
        this.server = server;
        this.url = serverUrl + "/realms/" + encoded(name);
        this.consoleUrl = serverUrl + "/admin/" + encoded(name) + "/console/";
    }

    /** A realm that is there already, perhaps without the users of the demo realm. */
    public TestRealm(KeycloakServer server, String name) {
        this(server.url(), server.admin(), name);
    }

    /** Imports the demo realm under a name that is not used yet. */
    public static TestRealm create(KeycloakServer server, Path demoRealm) {
        return create(server.url(), server.admin(), (ObjectNode) read(demoRealm));
    }

    /** Imports the demo realm with changes, under a name that is not used yet. */
    public static TestRealm create(KeycloakServer server, RealmChange change) {
        ObjectNode content = demoRealm();
        change.apply(content);
        return create(server.url(), server.admin(), content);
    }

    /** Imports the demo realm under a name that begins with {@code prefix} and is not used yet. */
    public static TestRealm create(KeycloakServer server, String prefix) {
        return create(server.url(), server.admin(), demoRealm(), prefix + UUID.randomUUID());
    }

    private static TestRealm create(String serverUrl, AdminClient server, ObjectNode content) {
        return create(serverUrl, server, content, "test-" + UUID.randomUUID());
    }

    private static TestRealm create(String serverUrl, AdminClient server, ObjectNode content, String name) {
        content.put("realm", name);
        server.post("realms", content).expect(201);
        return new TestRealm(serverUrl, server, name);
    }

    public String name() {
        return name;
    }

    /** The issuer of its tokens. */
    public String url() {
        return url;
    }

    /** Where its administrators find the admin console. */
    public String consoleUrl() {
        return consoleUrl;
    }

    /** An access token of somebody. */
    public String token(Person who) {
        return login(who).get();
    }

    /** The log-in of somebody, which has a fresh token when his roles have changed. */
    public PasswordLogin login(Person who) {
        return logins.computeIfAbsent(who, person -> person.loginAt(url));
    }

    /** The API under test, as the owner. */
    public AdminApi credentials() {
        return credentials(Person.OWNER);
    }

    /** The API under test, as somebody. */
    public AdminApi credentials(Person who) {
        return new AdminApi(admin(who));
    }

    /** What waits for approval, as somebody. */
    public ApprovalsApi approvals(Person who) {
        return new ApprovalsApi(admin(who));
    }

    /** Has everything wait for the approval of one other. */
    public void requireApproval() {
        requireApproval("{\"operations\":[\"create\",\"update\",\"enable\",\"delete\",\"rotate\"]}");
    }

    /**
     * Has some things wait for the approval of others.
     *
     * @param approval the setting, as JSON
     */
    public void requireApproval(String approval) {
        credentials().changeSettings("{\"approval\":" + approval + "}").expect(200);
    }

    /** Keycloak's admin REST API of this realm, as the administrator of the server. */
    public AdminClient admin() {
        return server.below("realms/" + encoded(name));
    }

    /** Keycloak's admin REST API of this realm, as one of its users. */
    public AdminClient admin(Person who) {
        return admin().as(login(who));
    }

    /** Changes settings of the realm itself. */
    public void change(Consumer<ObjectNode> change) {
        ObjectNode settings = (ObjectNode) admin().get("").expect(200).json();
        change.accept(settings);
        admin().put("", settings).expect(204);
    }

    /** Has clients authenticated by a flow of this name, which has no execution yet. */
    public void bindNewClientFlow(String alias) {
        ObjectNode flow = JsonNodeFactory.instance
                .objectNode()
                .put("alias", alias)
                .put("providerId", "client-flow")
                .put("topLevel", true)
                .put("builtIn", false);
        admin().post("authentication/flows", flow).expect(201);
        change(settings -> settings.put("clientAuthenticationFlow", alias));
    }

    /** The token endpoint, called from {@value KeycloakServer#LOCALHOST}. */
    public TokenEndpoint tokenEndpoint() {
        return new TokenEndpoint(url, Http.from(KeycloakServer.LOCALHOST));
    }

    public Events events() {
        return new Events(admin());
    }

    /** The API that the tokens are for, checking them by itself. */
    public OfflineCheck offlineCheck() {
        return new OfflineCheck(url, RESOURCE_SERVER.clientId());
    }

    /** Whether the API that the tokens are for is told that a token is good. */
    public boolean isActive(String token) {
        return tokenEndpoint()
                .introspect(token, RESOURCE_SERVER)
                .expect(200)
                .json()
                .path("active")
                .asBoolean();
    }

    @Override
    public void close() {
        admin().delete("").expect(204);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ObjectNode demoRealm() {
        ObjectNode content = (ObjectNode) read(BuildFiles.fromSystemProperties().demoRealm());
        RealmKeys.addTo(content);
        return content;
    }

    private static JsonNode read(Path file) {
        try {
            return Answer.parse(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
