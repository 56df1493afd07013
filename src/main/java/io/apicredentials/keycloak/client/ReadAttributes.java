package io.apicredentials.keycloak.client;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes are read of very many credentials. A credential has a dozen, and most questions are about one or two.
 *
 * @param names each once
 */
record ReadAttributes(List<String> names) {

    /** All that content is read from, with the set that says what its permissions mean. */
    static final ReadAttributes CONTENT = new ReadAttributes(
            Stream.concat(StoredContent.attributeNames().stream(), Stream.of(CredentialAttribute.PERMISSION_SET.key()))
                    .toList());

    static ReadAttributes of(List<CredentialAttribute<?>> attributes) {
        return new ReadAttributes(
                attributes.stream().map(CredentialAttribute::key).toList());
    }

    ReadAttributes and(ReadAttributes other) {
        return new ReadAttributes(
                Stream.concat(names.stream(), other.names.stream()).distinct().toList());
    }

    /**
     * What was read. To ask it for what was not is an error: the answer would be that there is none.
     *
     * @param row has the text of each attribute, or null, in the order of the names
     * @param first the place of the first one
     */
    Map<String, String> view(Object[] row, int first) {
        Map<String, String> read = new HashMap<>();
        for (int place = 0; place < names.size(); place++) {
            if (row[first + place] != null) {
                read.put(names.get(place), (String) row[first + place]);
            }
        }
        return new View(Set.copyOf(names), read);
    }

    private static final class View extends AbstractMap<String, String> {

        private final Set<String> names;
        private final Map<String, String> read;

        View(Set<String> names, Map<String, String> read) {
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
