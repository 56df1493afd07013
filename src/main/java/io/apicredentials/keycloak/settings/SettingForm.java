package io.apicredentials.keycloak.settings;

import io.apicredentials.time.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the text of a setting has to be.
 *
 * @param <T> what the text means
 */
public sealed interface SettingForm<T> {

    /** The same for people, after "is not". */
    String description();

    /** The meaning of a text; empty if it has another form. */
    Optional<T> parse(String text);

    /** One of some values, by the word for each. */
    record OneOf<T>(List<T> values, Function<T, String> word) implements SettingForm<T> {

        static <T> OneOf<T> of(T[] values, Function<T, String> word) {
            return new OneOf<>(List.of(values), word);
        }

        /** All that it can be set to. */
        public List<String> words() {
            return values.stream().map(word).toList();
        }

        @Override
        public Optional<T> parse(String text) {
            return values.stream()
                    .filter(value -> word.apply(value).equals(text))
                    .findFirst();
        }

        @Override
        public String description() {
            return "one of: " + String.join(", ", words());
        }
    }

    /** Some of some words, separated by white space. */
    record AnyOf(List<String> words) implements SettingForm<List<String>> {

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
    record Count(int smallest, int largest) implements SettingForm<Integer> {

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
    record Flag() implements SettingForm<Boolean> {

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
    record Length(Duration shortest, Duration longest) implements SettingForm<Duration> {

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
    record Names() implements SettingForm<List<String>> {

        private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
        private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{C}]{1,255}");

        @Override
        public String description() {
            return "a list of names, separated by spaces";
        }

        @Override
        public Optional<List<String>> parse(String text) {
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
