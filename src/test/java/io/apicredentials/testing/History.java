package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The uses or the changes of one credential, as somebody reads them, the newest first. */
public final class History {

    private static final int MAX_PAGES = 100;

    private final String field;
    private final Function<Fields, Answer> request;

    private History(String field, Function<Fields, Answer> request) {
        this.field = field;
        this.request = request;
    }

    public static History ofUses(AdminApi credentials, String id) {
        return new History("uses", query -> credentials.usage(id, query));
    }

    public static History ofChanges(AdminApi credentials, String id) {
        return new History("changes", query -> credentials.changes(id, query));
    }

    /** The answer without any parameters. */
    public Answer answer() {
        return request.apply(Fields.none()).expect(200);
    }

    /** What is listed without any parameters, in a realm that says it saves everything. */
    public List<JsonNode> entries() {
        return entries(Fields.none());
    }

    /** A page, in a realm that says it saves everything. */
    public List<JsonNode> entries(Fields page) {
        JsonNode answer = request.apply(page).expect(200).json();
        assertThat(answer.path("recorded").asBoolean()).isTrue();
        return StreamSupport.stream(answer.path(field).spliterator(), false).toList();
    }

    /** Everything, page by page until there is an empty one. */
    public List<JsonNode> inPagesOf(int size) {
        return Stream.iterate(0, first -> first + size)
                .limit(MAX_PAGES)
                .map(first -> entries(page(first, size)))
                .takeWhile(entries -> !entries.isEmpty())
                .flatMap(List::stream)
                .toList();
    }

    /** What is listed from the last place on that a page can begin at. */
    public List<JsonNode> atTheEnd() {
        return entries(page(Integer.MAX_VALUE, 100));
    }

    /** One field of each entry. */
    public static List<String> texts(List<JsonNode> entries, String name) {
        return entries.stream().map(entry -> entry.path(name).asText()).toList();
    }

    private static Fields page(int first, int max) {
        return Fields.of("first", Integer.toString(first)).and("max", Integer.toString(max));
    }
}
