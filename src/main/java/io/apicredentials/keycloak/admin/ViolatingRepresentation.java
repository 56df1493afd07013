package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials would not comply with settings any more, in answers. What breaks a demand already, in the same way under
 * the settings that are in force, is no reason to keep from changing them, and in the list of credentials.
 *
 * @param count how many there are
 * @param violating the first of them by name, at most {@value #MAX}; none for a caller who may not look at credentials
 */
record ViolatingRepresentation(int count, List<Violating> violating) {

    private static final int MAX = 100;

    /**
     * One of them.
     *
     * @param violations the codes of what it would break
     */
    record Violating(String id, @Nullable String name, List<String> violations) {}

    /**
     * Compares.
     *
     * @param present judges by the settings in force
     * @param wanted judges by those that are asked for
     * @param mayView whether the caller may look at credentials, and not only at their number
     */
    static ViolatingRepresentation of(
            CredentialQuery credentials, ContentJudge present, ContentJudge wanted, boolean mayView) {
        List<Violating> violating = new ArrayList<>();
        int[] count = {0};
        credentials.forEach(CredentialFilter.ANY, credential -> {
            List<String> codes = codes(present, wanted, credential);
            if (!codes.isEmpty() && ++count[0] <= MAX && mayView) {
                violating.add(new Violating(credential.id(), credential.name(), codes));
            }
        });
        return new ViolatingRepresentation(count[0], violating);
    }

    private static List<String> codes(ContentJudge present, ContentJudge wanted, StoredCredential credential) {
        Set<Broken> already = broken(present, credential).collect(Collectors.toSet());
        return broken(wanted, credential)
                .filter(demand -> !already.contains(demand))
                .map(demand -> demand.kind().code())
                .distinct()
                .toList();
    }

    /** One demand that a credential breaks, wherever the limit is. */
    private record Broken(String place, Problem.Kind kind) {}

    private static Stream<Broken> broken(ContentJudge judge, StoredCredential credential) {
        return judge.violations(credential).stream().map(problem -> new Broken(problem.place(), problem.kind()));
    }
}
