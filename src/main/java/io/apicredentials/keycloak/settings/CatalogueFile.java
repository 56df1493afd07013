package io.apicredentials.keycloak.settings;

import io.apicredentials.permission.PermissionCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The built-in permission sets, read once from {@code permission-sets.json} in the JAR. */
public final class CatalogueFile {

    private static final String RESOURCE = "/permission-sets.json";
    private static final PermissionCatalogue CATALOGUE = load();

    private CatalogueFile() {}

    public static PermissionCatalogue catalogue() {
        return CATALOGUE;
    }

    private static PermissionCatalogue load() {
        try (InputStream json = CatalogueFile.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("the JAR has no " + RESOURCE);
            }
            return CatalogueText.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8))
                    .orElseThrow(() -> new IllegalStateException(RESOURCE + " has no permission sets"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
