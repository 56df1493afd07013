package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials would not comply with settings, in answers.
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

    /** @param mayView whether the caller may look at credentials, and not only at their number */
    static ViolatingRepresentation of(CredentialQuery credentials, ContentJudge judge, boolean mayView) {
        List<Violating> violating = new ArrayList<>();
        int[] count = {0};
        credentials.forEach(CredentialFilter.ANY, credential -> {
            List<String> codes = codes(judge, credential);
            if (!codes.isEmpty() && ++count[0] <= MAX && mayView) {
                violating.add(new Violating(credential.id(), credential.name(), codes));
            }
        });
        return new ViolatingRepresentation(count[0], violating);
    }

    private static List<String> codes(ContentJudge judge, StoredCredential credential) {
        return judge.violations(credential).stream()
                .map(Problem::kind)
                .map(Problem.Kind::code)
                .distinct()
                .toList();
    }
}
