package io.apicredentials.keycloak.clientauth;

import io.apicredentials.credential.PresentedSecret;
import io.apicredentials.secret.ClientSecret;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.util.BasicAuthHelper;

/**
 * What a request says about its client, by {@code client_secret_basic} or {@code client_secret_post} (RFC 6749 2.3.1).
 *
 * @param clientIds every client ID it names; more than one contradict each other
 */
record TokenRequest(Set<String> clientIds, PresentedSecret secret) {

    static TokenRequest read(HttpRequest request) {
        MultivaluedMap<String, String> form = form(request);
        List<String> authorization = Optional.ofNullable(
                        request.getHttpHeaders().getRequestHeader(HttpHeaders.AUTHORIZATION))
                .orElse(List.of());
        Optional<String[]> basic = authorization.stream()
                .findFirst()
                .flatMap(header -> Optional.ofNullable(BasicAuthHelper.RFC6749.parseHeader(header)));

        Set<String> clientIds = new LinkedHashSet<>(values(form, OAuth2Constants.CLIENT_ID));
        basic.ifPresent(idAndSecret -> clientIds.add(idAndSecret[0]));

        List<String> formSecrets = values(form, OAuth2Constants.CLIENT_SECRET);
        boolean ambiguous = clientIds.size() > 1
                || values(form, OAuth2Constants.CLIENT_ID).size() > 1
                || authorization.size() > 1
                || formSecrets.size() + authorization.size() > 1
                || form.containsKey(OAuth2Constants.CLIENT_ASSERTION);
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

    private static MultivaluedMap<String, String> form(HttpRequest request) {
        MediaType type = request.getHttpHeaders().getMediaType();
        boolean hasForm = type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        return hasForm ? request.getDecodedFormParameters() : new MultivaluedHashMap<>();
    }

    private static List<String> values(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.get(name)).orElse(List.of());
    }
}
