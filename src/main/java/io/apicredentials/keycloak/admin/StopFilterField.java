package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.catalogue.CatalogueProblem;
import io.apicredentials.credential.ContentProblem;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.keycloak.manage.StopFilter;
import io.apicredentials.network.AskedAddress;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionPattern;
import io.apicredentials.problem.PrintableText;
import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The field that says which credentials are to be stopped. It has exactly one condition: with none, a field that was left out
 * by mistake would stop everything, and with two it would not be clear which of them is meant.
 */
record StopFilterField(PermissionCatalogue catalogue, Problems problems) {

    private static final int MOST_IDS = 100;

    private static final String NAME = "filter";
    private static final int LONGEST = 255;
    private static final List<String> CONDITIONS =
            List.of("owner", "permissionSet", "permission", "address", "ids", "all");

    /** Reads it; empty where a problem was added. */
    Optional<StopFilter> read(JsonNode json, RequestFields request) {
        @Nullable RequestFields fields = request.object(NAME);
        List<String> given = CONDITIONS.stream()
                .filter(condition -> json.path(NAME).hasNonNull(condition))
                .toList();
        List<StopFilter> filters = new ArrayList<>();
        if (fields != null) {
            CONDITIONS.forEach(fields::has);
            given.forEach(condition -> read(condition, fields).ifPresent(filters::add));
            fields.refuseUnknown();
        }
        if (given.size() != 1 && (fields != null || !json.hasNonNull(NAME))) {
            problems.add(Problem.of(NAME, RequestProblem.FILTER_NOT_ONE, given.size(), String.join(", ", CONDITIONS)));
        }
        return filters.stream().findFirst();
    }

    private Optional<StopFilter> read(String condition, RequestFields fields) {
        if (condition.equals("all")) {
            return all(fields.flag(condition));
        }
        if (condition.equals("ids")) {
            return Optional.ofNullable(fields.texts(condition)).flatMap(this::ids);
        }
        return Optional.ofNullable(fields.text(condition)).flatMap(text -> read(condition, text));
    }

    private Optional<StopFilter> read(String condition, String text) {
        return switch (condition) {
            case "owner" -> owner(text);
            case "permissionSet" -> set(text);
            case "permission" ->
                PermissionPattern.parse(text, wrong(condition)).map(pattern -> StopFilter.holding(pattern, catalogue));
            default -> AskedAddress.parse(text, wrong(condition)).map(StopFilter::usableFrom);
        };
    }

    private Optional<StopFilter> all(@Nullable Boolean all) {
        if (Boolean.FALSE.equals(all)) {
            problems.add(Problem.of(NAME + ".all", RequestProblem.NOT_ONE_OF, true));
        }
        return Boolean.TRUE.equals(all) ? Optional.of(StopFilter.all()) : Optional.empty();
    }

    private Optional<StopFilter> ids(List<String> ids) {
        if (ids.isEmpty()) {
            problems.add(Problem.of(NAME + ".ids", CatalogueProblem.LIST_EMPTY));
        }
        if (ids.size() > MOST_IDS) {
            problems.add(Problem.of(NAME + ".ids", CatalogueProblem.TOO_MANY_ENTRIES, ids.size(), MOST_IDS));
        }
        // Those with a character that PostgreSQL fails on are nobody's.
        return Optional.of(StopFilter.of(ids.stream().filter(PrintableText::is).toList()));
    }

    private Optional<StopFilter> owner(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST) {
            problems.add(Problem.of(NAME + ".owner", ContentProblem.TEXT_LENGTH, length, 1, LONGEST));
        }
        if (!PrintableText.is(text)) {
            problems.add(Problem.of(NAME + ".owner", ContentProblem.TEXT_UNPRINTABLE));
        }
        return Optional.of(StopFilter.ofOwner(text));
    }

    private Optional<StopFilter> set(String type) {
        if (catalogue.find(type).isEmpty()) {
            problems.add(Problem.of(
                    NAME + ".permissionSet",
                    RequestProblem.PERMISSION_SET_UNKNOWN,
                    String.join(", ", catalogue.types())));
        }
        return Optional.of(StopFilter.ofSet(type));
    }

    private Consumer<Problem> wrong(String condition) {
        return problem -> problems.add(problem.within(NAME + "." + condition));
    }
}
