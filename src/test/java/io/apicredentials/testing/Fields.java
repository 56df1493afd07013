package io.apicredentials.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and values in order, as in a form or in HTTP headers; a name may come more than once. */
public record Fields(List<Field> list) {

    private static final Fields NONE = new Fields(List.of());

    /** One name and its value. */
    public record Field(String name, String value) {}

    public Fields {
        list = List.copyOf(list);
    }

    public static Fields none() {
        return NONE;
    }

    public static Fields of(String name, String value) {
        return NONE.and(name, value);
    }

    /** The {@code Authorization} header for an access token. */
    public static Fields bearer(String token) {
        return of("Authorization", "Bearer " + token);
    }

    /** These fields and one more. */
    public Fields and(String name, String value) {
        return and(of(List.of(new Field(name, value))));
    }

    /** These fields and more. */
    public Fields and(Fields more) {
        return of(Stream.concat(list.stream(), more.list.stream()).toList());
    }

    /** The first value of a name, compared without regard to case as in HTTP headers. */
    public Optional<String> first(String name) {
        return list.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** The body of a form, or the query of an address. */
    public String urlEncoded() {
        return list.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static Fields of(List<Field> list) {
        return new Fields(list);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
