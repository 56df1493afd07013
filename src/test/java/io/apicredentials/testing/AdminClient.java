package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The admin REST API below an address, as somebody; paths are relative to that address and begin without a slash. */
public final class AdminClient {

    private final String url;
    private final Http http;
    private final Supplier<String> token;

    public AdminClient(String url, Http http, Supplier<String> token) {
        this.url = url;
        this.http = http;
        this.token = token;
    }

    /** The same for what lies further below. */
    public AdminClient below(String path) {
        return new AdminClient(url(path), http, token);
    }

    /** The same at another address, such as that of client registration. */
    public AdminClient elsewhere(String otherUrl) {
        return new AdminClient(otherUrl, http, token);
    }

    /** The same as somebody else. */
    public AdminClient as(Supplier<String> otherToken) {
        return new AdminClient(url, http, otherToken);
    }

    /** The same from another address of this machine. */
    public AdminClient from(String sourceAddress) {
        return new AdminClient(url, Http.from(sourceAddress), token);
    }

    public String url(String path) {
        return path.isEmpty() || path.startsWith("?") ? url + path : url + "/" + path;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** The id of the first in a list that has one, such as that of the clients with a client ID. */
    public String firstId(String path) {
        Answer list = get(path).expect(200);
        String id = list.json().at("/0/id").asText();
        if (id.isEmpty()) {
            throw new AssertionError("nothing in " + path + ": " + list.body());
        }
        return id;
    }

    /** The first in a list whose field has this value, such as the client scope with a name. */
    public JsonNode find(String path, String field, String value) {
        Answer list = get(path).expect(200);
        for (JsonNode element : list.json()) {
            if (element.path(field).asText().equals(value)) {
                return element;
            }
        }
        throw new AssertionError("no " + field + " " + value + " in " + path + ": " + list.body());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer post(String path, JsonNode json) {
        return post(path, json.toString());
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer put(String path, JsonNode json) {
        return put(path, json.toString());
    }

    /** A request with one JSON object a line, or anything that claims to be so. */
    public Answer postLines(String path, String lines) {
        Fields headers = Fields.bearer(token.get()).and("Content-Type", "application/x-ndjson");
        return http.send("POST", url(path), headers, lines);
    }

    /** A request with JSON, or anything that claims to be JSON, or with no body. */
    public Answer send(String method, String path, @Nullable String json) {
        Fields headers = Fields.bearer(token.get()).and("Accept", "application/json");
        Fields typed = json == null ? headers : headers.and("Content-Type", "application/json");
        return http.send(method, url(path), typed, json);
    }
}
