package io.apicredentials.testing;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of pages and mails in one language.
 *
 * @param prefix what their keys begin with
 */
public record ThemeMessages(String prefix, Properties texts) {

    /** Where the pages, mails and their sentences are. */
    public static final Path RESOURCES = Path.of("src", "main", "resources", "theme-resources");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    /** Reads those of a language, such as {@code en}. */
    public static ThemeMessages read(String prefix, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(RESOURCES.resolve("messages/messages_" + language + ".properties"))) {
            texts.load(reader);
        }
        return new ThemeMessages(prefix, texts);
    }

    public Set<String> keys() {
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sentence; null if there is none. */
    public String text(String key) {
        return texts.getProperty(key);
    }

    /** What is put into a sentence, such as {@code {0}}. */
    public Set<String> placeholders(String key) {
        return PLACEHOLDER.matcher(text(key)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Whether formatting keeps a sentence whole: an apostrophe alone would swallow what is behind it. */
    public boolean isWhole(String key) {
        return MessageFormat.format(text(key), "{0}", "{1}", "{2}").equals(text(key));
    }
}
