package io.apicredentials.fuzzing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads forwarding headers character by character, where the product uses expressions. */
final class ForwardedReference {

    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    private final String chain;
    private int position;

    private ForwardedReference(String chain) {
        this.chain = chain;
    }

    /** The nth address from the right of {@code X-Forwarded-For}. */
    static Optional<String> xForwardedFor(String chain, int proxies) {
        int end = chain.length();
        for (int proxy = 1; proxy < proxies; proxy++) {
            end = chain.lastIndexOf(',', end - 1);
            if (end < 0) {
                return Optional.empty();
            }
        }
        int start = end == 0 ? 0 : chain.lastIndexOf(',', end - 1) + 1;
        return chain.length() > 4096
                ? Optional.empty()
                : AddressReference.node(chain.substring(start, end).strip());
    }

    /** The nth address from the right of {@code Forwarded}. */
    static Optional<String> forwarded(String chain, int proxies) {
        if (chain.length() > 4096) {
            return Optional.empty();
        }
        Optional<List<String>> elements = new ForwardedReference(chain).elements();
        return elements.filter(list -> list.size() >= proxies)
                .flatMap(list -> AddressReference.node(list.get(list.size() - proxies)));
    }

    /** The {@code for} of each element, empty where there is not exactly one; nothing for what is not well-formed. */
    private Optional<List<String>> elements() {
        List<String> elements = new ArrayList<>();
        List<String> found = new ArrayList<>();
        while (true) {
            skipBlanks();
            if (!atEnd() && chain.charAt(position) != ';' && chain.charAt(position) != ',') {
                String name = take(ForwardedReference::isTokenCharacter);
                if (name.isEmpty() || atEnd() || chain.charAt(position++) != '=') {
                    return Optional.empty();
                }
                Optional<String> value = value();
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                if (name.equalsIgnoreCase("for")) {
                    found.add(value.get());
                }
                skipBlanks();
            }
            if (atEnd() || chain.charAt(position) == ',') {
                elements.add(found.size() == 1 ? found.get(0) : "");
                found.clear();
                if (atEnd()) {
                    return Optional.of(elements);
                }
            } else if (chain.charAt(position) != ';') {
                return Optional.empty();
            }
            position++;
        }
    }

    private Optional<String> value() {
        if (atEnd() || chain.charAt(position) != '"') {
            return Optional.of(take(c -> c > ' ' && c < 0x7f && ",;\"\\".indexOf(c) < 0));
        }
        position++;
        String quoted = take(c -> c != '"' && c != '\\');
        boolean closed = !atEnd() && chain.charAt(position) == '"';
        position++;
        return closed ? Optional.of(quoted) : Optional.empty();
    }

    private void skipBlanks() {
        take(c -> c == ' ' || c == '\t');
    }

    private boolean atEnd() {
        return position >= chain.length();
    }

    private interface Condition {
        boolean holds(char c);
    }

    private String take(Condition condition) {
        int start = position;
        while (!atEnd() && condition.holds(chain.charAt(position))) {
            position++;
        }
        return chain.substring(start, position);
    }

    private static boolean isTokenCharacter(char c) {
        boolean digit = c >= '0' && c <= '9';
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return digit || letter || TOKEN.indexOf(c) >= 0;
    }
}
