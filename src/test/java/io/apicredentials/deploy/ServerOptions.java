package io.apicredentials.deploy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.config.Option;
import org.keycloak.config.ProxyOptions;

/** The options that Keycloak itself knows, from the classes in which it declares them. */
final class ServerOptions {

    private static final String OURS = "spi-api-credentials--server--";

    private final Map<String, Option<?>> byKey = new TreeMap<>();

    ServerOptions() {
        try {
            Path jar = Path.of(ProxyOptions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (FileSystem classes = FileSystems.newFileSystem(jar);
                    Stream<Path> files = Files.list(classes.getPath("org/keycloak/config"))) {
                for (Path file : files.filter(file -> file.toString().endsWith("Options.class"))
                        .toList()) {
                    String name = file.toString().replace(".class", "").replaceFirst("^/", "");
                    add(Class.forName(name.replace('/', '.')));
                }
            }
        } catch (IOException | URISyntaxException | ReflectiveOperationException failed) {
            throw new IllegalStateException("cannot read Keycloak's options", failed);
        }
    }

    private void add(Class<?> options) throws IllegalAccessException {
        for (Field field : options.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Option<?> option) {
                byKey.put(option.getKey(), option);
            }
        }
    }

    /** The option that a variable stands for. */
    static String ofVariable(String variable) {
        return variable.substring("KC_".length())
                .toLowerCase(Locale.ROOT)
                .replace("__", "--")
                .replace('_', '-');
    }

    boolean isBuildOption(String key) {
        return byKey.containsKey(key) && byKey.get(key).isBuildTime();
    }

    /** Whether an option can be given when a server starts that was built before: one of Keycloak's, or one of ours. */
    boolean isStartOption(String key) {
        return byKey.containsKey(key) ? !byKey.get(key).isBuildTime() : key.startsWith(OURS);
    }

    /** The values that an option may have; none where Keycloak names none. */
    List<String> values(String key) {
        return byKey.containsKey(key) ? byKey.get(key).getExpectedValues() : List.of();
    }
}
