package io.apicredentials.keycloak.admin;

import io.apicredentials.audit.AuditOperation;
import io.apicredentials.keycloak.history.AuditFilter;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which audit records are asked for. */
final class AuditParameters {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CREDENTIAL = "credential";
    private static final String ACTOR = "actor";
    private static final String OPERATION = "operation";
    private static final String FORMAT = "format";
    private static final List<String> FILTERS = List.of(FROM, TO, CREDENTIAL, ACTOR, OPERATION);

    private AuditParameters() {}

    /** A filter, and which part of what it leaves. */
    record Listed(AuditFilter filter, Page page) {}

    /**
     * Reads those of a list.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static Listed list(MultivaluedMap<String, String> query, Set<String> namedRealms) {
        QueryParameters parameters = parameters(query, List.of("first", "max"));
        Listed listed = new Listed(filter(parameters, namedRealms), Page.read(parameters));
        parameters.refuseIfWrong();
        return listed;
    }

    /** A filter, and what the file with all that it leaves is like. */
    record Exported(AuditFilter filter, AuditExport.Format format) {}

    /**
     * Reads those of an export.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static Exported export(MultivaluedMap<String, String> query, Set<String> namedRealms) {
        QueryParameters parameters = parameters(query, List.of(FORMAT));
        AuditFilter filter = filter(parameters, namedRealms);
        String word = Optional.ofNullable(parameters.text(FORMAT)).orElse(AuditExport.Format.NDJSON.word());
        Optional<AuditExport.Format> format = Stream.of(AuditExport.Format.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
        if (format.isEmpty()) {
            parameters.wrong(Problem.of(FORMAT, RequestProblem.NOT_ONE_OF, "ndjson, csv"));
        }
        parameters.refuseIfWrong();
        return new Exported(filter, format.orElseThrow());
    }

    private static QueryParameters parameters(MultivaluedMap<String, String> query, List<String> more) {
        return new QueryParameters(
                query, Stream.of(FILTERS, more).flatMap(List::stream).toList());
    }

    /** Reads a filter; the caller refuses what is wrong with it. */
    private static AuditFilter filter(QueryParameters parameters, Set<String> namedRealms) {
        Optional<Instant> from = parameters.instant(FROM);
        Optional<Instant> to = parameters.instant(TO);
        boolean isReversed = from.isPresent() && to.isPresent() && !from.get().isBefore(to.get());
        if (isReversed) {
            parameters.wrong(Problem.of(FROM, RequestProblem.RANGE_REVERSED));
        }
        Optional<String> operation = Optional.ofNullable(parameters.text(OPERATION));
        if (operation.isPresent() && operation.flatMap(AuditOperation::parse).isEmpty()) {
            parameters.wrong(Problem.of(OPERATION, RequestProblem.NOT_ONE_OF, operations()));
        }
        return new AuditFilter(
                from,
                to,
                Optional.ofNullable(parameters.text(CREDENTIAL)),
                Optional.ofNullable(parameters.text(ACTOR)),
                operation.stream().toList(),
                namedRealms);
    }

    private static String operations() {
        return Stream.of(AuditOperation.values()).map(AuditOperation::word).collect(Collectors.joining(", "));
    }
}
