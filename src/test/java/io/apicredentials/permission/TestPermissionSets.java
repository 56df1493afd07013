package io.apicredentials.permission;

import java.util.ArrayList;
import java.util.List;

/** The four sets of the default catalogue, and a builder for others. */
public final class TestPermissionSets {

    private TestPermissionSets() {}

    public static PermissionSet wallets() {
        return set("wallets")
                .named("Wallets", "Manage wallets and vaults")
                .grant("vault", "create", "org")
                .grant("vault", "read", "org", "vault")
                .grant("vault", "update", "org", "vault")
                .grant("key", "create", "org", "vault")
                .grant("key", "read", "org", "vault", "key")
                .grant("key", "update", "org", "vault", "key")
                .grant("key", "delete", "org", "vault", "key")
                .grant("balances", "read", "org", "vault", "key")
                .build();
    }

    public static PermissionSet transactions() {
        return set("transactions")
                .named("Transactions", "Manage transactions")
                .grant("transaction", "create", "org", "vault", "key")
                .grant("transaction", "read", "org", "vault", "key")
                .grant("transaction", "update", "org", "vault", "key")
                .build();
    }

    public static PermissionSet controls() {
        Builder controls = set("controls").named("Controls", "Manage policies and addresses");
        for (String type : List.of("policy", "address")) {
            for (String action : List.of("create", "read", "update", "delete")) {
                controls.grant(type, action, "org", "vault", "key");
            }
        }
        return controls.build();
    }

    public static PermissionSet monitoring() {
        return set("monitoring")
                .named("Monitoring", "Webhooks and auditing")
                .grant("webhook", "create", "org")
                .grant("webhook", "read", "org")
                .grant("webhook", "update", "org")
                .grant("webhook", "delete", "org")
                .grant("audit", "read", "org")
                .grant("transaction", "read", "org", "vault", "key")
                .build();
    }

    public static PermissionCatalogue catalogue() {
        return new PermissionCatalogue(List.of(wallets(), transactions(), controls(), monitoring()));
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
