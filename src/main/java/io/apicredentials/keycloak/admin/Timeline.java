package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.audit.AuditOperation;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.keycloak.history.AuditFilter;
import io.apicredentials.keycloak.history.AuditHistory;
import io.apicredentials.keycloak.history.CredentialUses;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.models.ClientModel;

/**
 * What happened with one credential, newest first.
 *
 * @param usesRecorded whether a use that happens now would be among it
 * @param changesRecorded whether a change that is made now would be among it
 */
record Timeline(boolean usesRecorded, boolean changesRecorded, List<Entry> entries) {

    private static final int FURTHEST = 1_000;
    private static final int LONGEST = 100;
    private static final int USUAL = 20;

    /** What an entry can be. */
    enum Kind {
        USE,
        CHANGE,
        APPROVAL,
        PICK_UP;

        private static final Set<AuditOperation> OF_APPROVAL = Set.of(
                AuditOperation.REQUEST,
                AuditOperation.APPROVE,
                AuditOperation.REJECT,
                AuditOperation.WITHDRAW,
                AuditOperation.TIME_OUT);

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(AuditOperation operation) {
            if (operation == AuditOperation.PICK_UP_SECRET) {
                return PICK_UP;
            }
            return OF_APPROVAL.contains(operation) ? APPROVAL : CHANGE;
        }

        /** The names of the operations of its records. */
        private List<String> operations() {
            return Stream.of(AuditOperation.values())
                    .filter(operation -> of(operation) == this)
                    .map(AuditOperation::word)
                    .toList();
        }
    }

    /**
     * One thing that happened.
     *
     * @param use null unless it is a use
     * @param record null if it is a use
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String kind,
            String time,
            UsageRepresentation.@Nullable Use use,
            @Nullable Map<String, Object> record) {

        static Entry of(Event event) {
            return new Entry(
                    Kind.USE.word(),
                    Instant.ofEpochMilli(event.getTime()).toString(),
                    UsageRepresentation.Use.of(event),
                    null);
        }

        static Entry of(AuditRecord record, Set<String> namedRealms) {
            Kind kind = AuditOperation.parse(record.entry().operation())
                    .map(Kind::of)
                    .orElse(Kind.CHANGE);
            return new Entry(
                    kind.word(), record.entry().at().toString(), null, AuditRepresentation.fields(record, namedRealms));
        }

        private Instant at() {
            return Instant.parse(time);
        }
    }

    /**
     * Which part of it is asked for.
     *
     * @param kind empty for all kinds
     */
    record Asked(Optional<Kind> kind, int first, int max) {

        /**
         * Reads it.
         *
         * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
         */
        static Asked read(MultivaluedMap<String, String> query) {
            QueryParameters parameters = new QueryParameters(query, List.of("first", "max", "kind"));
            String word = parameters.text("kind");
            Optional<Kind> kind = Stream.of(Kind.values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
            if (word != null && kind.isEmpty()) {
                String kinds = Stream.of(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
                parameters.wrong(Problem.of("kind", RequestProblem.NOT_ONE_OF, kinds));
            }
            Asked asked = new Asked(
                    kind, parameters.number("first", 0, 0, FURTHEST), parameters.number("max", USUAL, 1, LONGEST));
            parameters.refuseIfWrong();
            return asked;
        }
    }

    /** @param namedRealms the ids of the realms whose users are told by name */
    static Timeline of(
            CredentialUses uses, AuditHistory history, ClientModel credential, Asked asked, Set<String> namedRealms) {
        int needed = asked.first + asked.max;
        Stream<Entry> used = asked.kind.filter(kind -> kind != Kind.USE).isPresent()
                ? Stream.empty()
                : uses.list(credential.getClientId(), 0, needed).stream().map(Entry::of);
        boolean hasRecords = history.isRecorded()
                && asked.kind.filter(kind -> kind == Kind.USE).isEmpty();
        AuditFilter filter = AuditFilter.ofCredential(
                credential.getId(), asked.kind.map(Kind::operations).orElse(List.of()), namedRealms);
        Stream<Entry> changed = hasRecords
                ? history.list(filter, 0, needed).stream().map(record -> Entry.of(record, namedRealms))
                : Stream.empty();
        return new Timeline(
                uses.areRecorded(),
                history.isRecorded(),
                Stream.concat(changed, used)
                        .sorted(Comparator.comparing(Entry::at).reversed())
                        .skip(asked.first)
                        .limit(asked.max)
                        .toList());
    }
}
