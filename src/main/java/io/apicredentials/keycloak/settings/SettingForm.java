package io.apicredentials.keycloak.settings;

import io.apicredentials.time.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a setting has to be. */
public sealed interface SettingForm {

    /** The same for people, after "is not". */
    String description();

    /**
     * A form that has a meaning of its own.
     *
     * @param <T> what the text means
     */
    sealed interface Typed<T> extends SettingForm {

        /** The meaning of a text; empty if it has another form. */
        Optional<T> parse(String text);
    }

    /** One of some words. */
    record OneOf(List<String> words) implements SettingForm {

        @Override
        public String description() {
            return "one of: " + String.join(", ", words);
        }
    }

    /** Some of some words, separated by white space. */
    record AnyOf(List<String> words) implements Typed<List<String>> {

        @Override
        public Optional<List<String>> parse(String text) {
            return Optional.of(Names.split(text)).filter(words::containsAll);
        }

        @Override
        public String description() {
            return "one or more of: " + String.join(", ", words);
        }
    }

    /** A whole number. */
    record Count(int smallest, int largest) implements Typed<Integer> {

        private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

        @Override
        public Optional<Integer> parse(String text) {
            return Optional.of(text)
                    .filter(some -> NUMBER.matcher(some).matches())
                    .map(Integer::valueOf)
                    .filter(number -> number >= smallest && number <= largest);
        }

        @Override
        public String description() {
            return "a number from " + smallest + " to " + largest;
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Typed<Boolean> {

        @Override
        public Optional<Boolean> parse(String text) {
            return Optional.of(text).filter(List.of("true", "false")::contains).map(Boolean::valueOf);
        }

        @Override
        public String description() {
            return "true or false";
        }
    }

    /** A duration, as {@link Span} reads it. */
    record Length(Duration shortest, Duration longest) implements Typed<Duration> {

        @Override
        public Optional<Duration> parse(String text) {
            return Span.parse(text, shortest, longest);
        }

        @Override
        public String description() {
            String from = shortest.isZero() ? "" : "from " + Span.format(shortest) + " ";
            return "a duration " + from + "up to " + Span.format(longest) + ", such as P7D or PT24H";
        }
    }

    /** Names, separated by white space. */
    record Names() implements SettingForm {

        private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
        private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{C}]{1,255}");

        @Override
        public String description() {
            return "a list of names, separated by spaces";
        }

        static Optional<List<String>> parse(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(split(text));
        }

        /** The names in a text. */
        public static List<String> split(String text) {
            return List.of(WHITE_SPACE.split(text));
        }

        /** The text with these names; empty, which is none, if one of them is no name. */
        public static String join(List<String> names) {
            boolean areNames =
                    names.stream().allMatch(name -> NAME.matcher(name).matches());
            return areNames ? String.join(" ", names) : "";
        }
    }
}
