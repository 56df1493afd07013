package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the claims of an access token. */
public final class Claims {

    private Claims() {}

    /** The permissions as {@code type:action:scope:resource}, with {@code *} where a permission has no resource. */
    public static List<String> permissions(JsonNode claims) {
        return StreamSupport.stream(claims.path("permissions").spliterator(), false)
                .map(Claims::permission)
                .toList();
    }

    private static String permission(JsonNode permission) {
        return String.join(
                ":",
                permission.path("type").asText(),
                permission.path("action").asText(),
                permission.path("scope").asText(),
                permission.path("resource").asText("*"));
    }
}
