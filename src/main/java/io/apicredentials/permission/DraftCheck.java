package io.apicredentials.permission;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks one draft against a set. Each part that is right leaves fewer choices for the next; one that is wrong leaves them
 * all, so that the others can be judged nevertheless.
 */
final class DraftCheck {

    private static final int MAX_ECHO = 64;

    private final PermissionDraft draft;
    private final BiConsumer<String, String> problem;
    private final StringJoiner chosen;
    private List<Grant> grants;

    DraftCheck(PermissionSet set, PermissionDraft draft, BiConsumer<String, String> problem) {
        this.draft = draft;
        this.problem = problem;
        this.chosen = new StringJoiner(" ").setEmptyValue("the set " + set.type());
        this.grants = set.catalogue();
    }

    /** The permission that the draft asks for; empty if anything was reported. */
    Optional<Permission> permission() {
        Optional<String> type = choose("type", draft.type(), grant -> List.of(grant.type()));
        Optional<String> action = choose("action", draft.action(), grant -> List.of(grant.action()));
        Optional<String> scope = choose("scope", draft.scope(), Grant::scopes);
        Optional<String> wrongResource = resourceProblem();
        wrongResource.ifPresent(message -> problem.accept(".resource", message));
        if (type.isEmpty() || action.isEmpty() || scope.isEmpty() || wrongResource.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Permission(type.get(), action.get(), scope.get(), draft.resource()));
    }

    private Optional<String> choose(String part, @Nullable String wanted, Function<Grant, List<String>> offers) {
        List<String> choices = grants.stream()
                .flatMap(grant -> offers.apply(grant).stream())
                .distinct()
                .toList();
        if (wanted == null || !choices.contains(wanted)) {
            String wrong = wanted == null
                    ? "The permission has no " + part
                    : quote(wanted) + " is no " + part + " of " + chosen;
            problem.accept("." + part, wrong + "; choose one of: " + String.join(", ", choices) + ".");
            return Optional.empty();
        }
        grants = grants.stream()
                .filter(grant -> offers.apply(grant).contains(wanted))
                .toList();
        chosen.add(wanted);
        return Optional.of(wanted);
    }

    private Optional<String> resourceProblem() {
        String resource = draft.resource();
        if (resource == null) {
            return Optional.empty();
        }
        if (Permission.ORGANISATION_SCOPE.equals(draft.scope())) {
            return Optional.of("A permission in scope org has no resource; leave it out or choose a narrower scope.");
        }
        if (!Permission.isResource(resource)) {
            return Optional.of(quote(resource)
                    + " is no resource id; write 1 to 64 letters, digits or any of . _ : - or leave it out for every"
                    + " resource.");
        }
        return Optional.empty();
    }

    private static String quote(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > MAX_ECHO;
        return isLong ? "'" + text.substring(0, text.offsetByCodePoints(0, MAX_ECHO)) + "…'" : "'" + text + "'";
    }
}
