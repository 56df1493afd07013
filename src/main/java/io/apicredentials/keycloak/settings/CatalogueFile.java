package io.apicredentials.keycloak.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.keycloak.util.JsonSerialization;

/** The permission sets, read once from {@code permission-sets.json} in the JAR. */
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
            List<PermissionSet> sets = JsonSerialization.mapper.readValue(json, new TypeReference<>() {});
            return new PermissionCatalogue(sets);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
