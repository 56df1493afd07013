package io.apicredentials.keycloak.client;

import jakarta.persistence.TypedQuery;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes are read of very many credentials. A credential has a dozen, and most questions are about one or two.
 *
 * @param names empty for all that mean something for a credential
 */
record ReadAttributes(Optional<Set<String>> names) {

    static final ReadAttributes ALL = new ReadAttributes(Optional.empty());

    static ReadAttributes of(List<CredentialAttribute<?>> attributes) {
        return new ReadAttributes(
                Optional.of(attributes.stream().map(CredentialAttribute::key).collect(Collectors.toUnmodifiableSet())));
    }

    ReadAttributes and(ReadAttributes other) {
        return new ReadAttributes(names.flatMap(mine -> other.names.map(theirs -> {
            Set<String> both = new HashSet<>(mine);
            both.addAll(theirs);
            return Set.copyOf(both);
        })));
    }

    /** What a query says of an attribute {@code a}. */
    String condition() {
        return names.isPresent()
                ? "a.name in (:attributes)"
                : "(a.name like 'api.credential.%' or a.name = 'access.token.lifespan')";
    }

    /** Sets the parameter of the condition, if it has one. */
    <T> TypedQuery<T> set(TypedQuery<T> query) {
        names.ifPresent(some -> query.setParameter("attributes", some));
        return query;
    }

    /** What was read. To ask it for what was not is an error: the answer would be that there is none. */
    Map<String, String> view(Map<String, String> read) {
        return names.<Map<String, String>>map(some -> new Some(some, read)).orElse(read);
    }

    private static final class Some extends AbstractMap<String, String> {

        private final Set<String> names;
        private final Map<String, String> read;

        Some(Set<String> names, Map<String, String> read) {
            this.names = names;
            this.read = read;
        }

        @Override
        public @Nullable String get(Object name) {
            if (!names.contains(name)) {
                throw new IllegalStateException("the attribute " + name + " was not read");
            }
            return read.get(name);
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return read.entrySet();
        }
    }
}
