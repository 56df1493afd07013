package io.apicredentials.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person's browser at Keycloak's pages: keeps cookies, follows redirects within the server, submits forms. */
public final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final int MAX_STEPS = 10;

    private final String server;
    private final Http http = Http.from(KeycloakServer.LOCALHOST);
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param server the address of the server; a redirect to anywhere else is an answer */
    public Browser(String server) {
        this.server = server;
    }

    /** Opens a page. */
    public Answer open(String url) {
        return follow(request("GET", url, null));
    }

    /** Submits the first form of a page with its hidden fields and the given ones. */
    public Answer submit(Answer page, Fields fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form in the page, HTTP " + page.status() + ": " + page.body());
        }
        Fields all = fields;
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            all = all.and(hidden.group(1), unescape(hidden.group(2)));
        }
        return follow(request("POST", absolute(unescape(form.group(1))), all.urlEncoded()));
    }

    /** Fills in the login form of a page. */
    public Answer logIn(Answer page, Person who) {
        return submit(page, Fields.of("username", who.username()).and("password", who.username()));
    }

    /** Keeps the cookies of an answer, which may have come to a request of something else. */
    public void takeCookies(Answer answer) {
        for (Fields.Field header : answer.headers().list()) {
            if (header.name().equalsIgnoreCase("Set-Cookie")) {
                String[] cookie = header.value().split(";", 2)[0].split("=", 2);
                cookies.put(cookie[0], cookie[1]);
            }
        }
    }

    private Answer follow(Answer first) {
        Answer answer = first;
        for (int step = 0; step < MAX_STEPS; step++) {
            String location = answer.header("Location").map(this::absolute).orElse("");
            if (!location.startsWith(server)) {
                return answer;
            }
            answer = request("GET", location, null);
        }
        throw new AssertionError("redirected without end, at last: " + answer);
    }

    private Answer request(String method, String url, @Nullable String form) {
        Fields headers = Fields.of("Accept", "text/html");
        if (!cookies.isEmpty()) {
            headers = headers.and(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            headers = headers.and("Content-Type", "application/x-www-form-urlencoded");
        }
        Answer answer = http.send(method, url, headers, form);
        takeCookies(answer);
        return answer;
    }

    private String absolute(String url) {
        return url.startsWith("/") ? server + url : url;
    }

    private static String unescape(String html) {
        return html.replace("&amp;", "&").replace("&#x3d;", "=").replace("&quot;", "\"");
    }
}
