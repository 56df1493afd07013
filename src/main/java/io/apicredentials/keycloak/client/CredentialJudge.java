package io.apicredentials.keycloak.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What has to be true of a credential that no database can judge.
 *
 * @param reads the attributes that it looks at
 * @param tests the test for these credentials, by their ids, or for any: what is needed for it beside the credentials is read then
 */
public record CredentialJudge(
        ReadAttributes reads, Function<Optional<List<String>>, Predicate<StoredCredential>> tests) {

    /** True of none, so that none has to be read. */
    public static final CredentialJudge NEVER = of(credential -> false);

    /** One that looks at these attributes only, and at what is no attribute. Looking at another one is an error. */
    public static CredentialJudge of(Predicate<StoredCredential> test, CredentialAttribute<?>... attributes) {
        return new CredentialJudge(ReadAttributes.of(List.of(attributes)), ids -> test);
    }

    /** One that looks at the content of a credential, and at these attributes. */
    public static CredentialJudge ofContent(Predicate<StoredCredential> test, CredentialAttribute<?>... attributes) {
        return ofContentAmong(ids -> test, attributes);
    }

    /** The same, and at what has to be read of some credentials, by their ids, or of all. */
    public static CredentialJudge ofContentAmong(
            Function<Optional<List<String>>, Predicate<StoredCredential>> tests, CredentialAttribute<?>... attributes) {
        return new CredentialJudge(ReadAttributes.CONTENT.and(ReadAttributes.of(List.of(attributes))), tests);
    }

    /** Whether this and another are true. */
    public CredentialJudge and(CredentialJudge other) {
        if (isNever() || other.isNever()) {
            return NEVER;
        }
        return new CredentialJudge(
                reads.and(other.reads), ids -> tests.apply(ids).and(other.tests.apply(ids)));
    }

    boolean isNever() {
        return equals(NEVER);
    }

    /** The test for some credentials. */
    Predicate<StoredCredential> among(List<String> ids) {
        return tests.apply(Optional.of(ids));
    }

    /** The test for any. */
    Predicate<StoredCredential> amongAll() {
        return tests.apply(Optional.empty());
    }
}
