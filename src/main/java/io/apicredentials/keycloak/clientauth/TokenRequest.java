package io.apicredentials.keycloak.clientauth;

import io.apicredentials.access.PresentedSecret;
import io.apicredentials.secret.ClientSecret;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.util.BasicAuthHelper;

/**
 * What a request says about its client, by {@code client_secret_basic} or {@code client_secret_post} (RFC 6749 2.3.1). A
 * parameter without a value is as one left out (RFC 6749 3.2), and an {@code Authorization} header of another scheme, such as
 * {@code Negotiate}, authenticates no client.
 *
 * @param clientIds the first one in the form and the one in the header; two contradict each other. No more, since each of them
 *     is looked up before anything is checked
 */
record TokenRequest(Set<String> clientIds, PresentedSecret secret) {

    private static final String BASIC = "Basic";

    static TokenRequest read(HttpRequest request) {
        MultivaluedMap<String, String> form = form(request);
        List<String> authorization = authorization(request);
        Optional<String[]> basic = authorization.stream()
                .findFirst()
                .flatMap(header -> Optional.ofNullable(BasicAuthHelper.RFC6749.parseHeader(header)));

        List<String> formIds = values(form, OAuth2Constants.CLIENT_ID);
        Set<String> clientIds = formIds.stream().limit(1).collect(Collectors.toCollection(LinkedHashSet::new));
        basic.ifPresent(idAndSecret -> clientIds.add(idAndSecret[0]));

        List<String> formSecrets = values(form, OAuth2Constants.CLIENT_SECRET);
        boolean ambiguous = clientIds.size() > 1
                || formIds.size() > 1
                || authorization.size() > 1
                || formSecrets.size() + authorization.size() > 1
                || !values(form, OAuth2Constants.CLIENT_ASSERTION).isEmpty();
        if (ambiguous) {
            return new TokenRequest(clientIds, new PresentedSecret.Ambiguous());
        }
        return new TokenRequest(
                clientIds,
                basic.map(idAndSecret -> idAndSecret[1])
                        .or(() -> formSecrets.stream().findFirst())
                        .flatMap(ClientSecret::parse)
                        .<PresentedSecret>map(PresentedSecret.Present::new)
                        .orElseGet(PresentedSecret.Missing::new));
    }

    /** The lines of the header that try to authenticate a client. */
    private static List<String> authorization(HttpRequest request) {
        return Optional.ofNullable(request.getHttpHeaders().getRequestHeader(HttpHeaders.AUTHORIZATION))
                .orElse(List.of())
                .stream()
                .filter(line -> line.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .toList();
    }

    private static MultivaluedMap<String, String> form(HttpRequest request) {
        MediaType type = request.getHttpHeaders().getMediaType();
        boolean hasForm = type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        return hasForm ? request.getDecodedFormParameters() : new MultivaluedHashMap<>();
    }

    private static List<String> values(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.get(name)).orElse(List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
