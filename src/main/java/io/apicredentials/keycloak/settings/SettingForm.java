package io.apicredentials.keycloak.settings;

import io.apicredentials.time.Span;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What the text of a setting has to be. */
public sealed interface SettingForm {

    /** The same for people, after "is not". */
    String description();

    /** One of some words. */
    record OneOf(List<String> words) implements SettingForm {

        @Override
        public String description() {
            return "one of: " + String.join(", ", words);
        }
    }

    /** A whole number. */
    record Count(int smallest, int largest) implements SettingForm {

        @Override
        public String description() {
            return "a number from " + smallest + " to " + largest;
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements SettingForm {

        @Override
        public String description() {
            return "true or false";
        }
    }

    /** A duration, as {@link Span} reads it. */
    record Length(Duration shortest, Duration longest) implements SettingForm {

        @Override
        public String description() {
            return "a duration up to " + Span.format(longest) + ", such as P7D or PT24H";
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
