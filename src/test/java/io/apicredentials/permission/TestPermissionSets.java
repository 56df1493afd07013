package io.apicredentials.permission;

import io.apicredentials.keycloak.settings.CatalogueFile;
import java.util.ArrayList;
import java.util.List;

/** The sets that are shipped, and a builder for others. */
public final class TestPermissionSets {

    private TestPermissionSets() {}

    public static PermissionSet wallets() {
        return shipped("wallets");
    }

    public static PermissionSet transactions() {
        return shipped("transactions");
    }

    public static PermissionSet controls() {
        return shipped("controls");
    }

    public static PermissionSet monitoring() {
        return shipped("monitoring");
    }

    public static PermissionCatalogue catalogue() {
        return CatalogueFile.catalogue();
    }

    private static PermissionSet shipped(String type) {
        return catalogue().find(type).orElseThrow();
    }

    public static Builder set(String type) {
        return new Builder(type);
    }

    /** Builds a set line by line; its name and description are its type unless given. */
    public static final class Builder {

        private final String type;
        private final List<Grant> grants = new ArrayList<>();
        private String name;
        private String description;

        private Builder(String type) {
            this.type = type;
            this.name = type;
            this.description = type;
        }

        public Builder named(String newName, String newDescription) {
            name = newName;
            description = newDescription;
            return this;
        }

        public Builder grant(String grantedType, String action, String... scopes) {
            grants.add(new Grant(grantedType, action, List.of(scopes)));
            return this;
        }

        public PermissionSet build() {
            return new PermissionSet(type, name, description, grants);
        }
    }
}
