package io.apicredentials;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The packages of docs/architecture.md, and their arrows. */
final class ArchitectureTable {

    /** The pure packages, and which of the others each may use. Beside these they use the JDK and JSpecify only. */
    static final Map<String, Set<String>> PURE = Map.ofEntries(
            entry("time", Set.of()),
            entry("problem", Set.of()),
            entry("permission", Set.of("problem")),
            entry("network", Set.of("problem")),
            entry("secret", Set.of("time")),
            entry("credential", Set.of("permission", "network", "problem", "time")),
            entry("policy", Set.of("credential", "network", "secret", "problem")),
            entry("access", Set.of("network", "secret", "credential")),
            entry("catalogue", Set.of("permission", "credential", "problem")),
            entry("delivery", Set.of("network", "policy", "problem", "time")),
            entry("notice", Set.of("policy", "secret", "time")),
            entry("digest", Set.of()),
            entry("approval", Set.of("digest", "problem")),
            entry("audit", Set.of("digest")),
            entry("usage", Set.of()),
            entry("suggestion", Set.of("access", "network", "secret", "usage")));

    /**
     * The adapters, and which of the others each may use. All may use the pure packages and any library of the server.
     * The installer gives each realm the mapper of tokens.
     */
    static final Map<String, Set<String>> ADAPTER = Map.ofEntries(
            entry("keycloak.settings", Set.of()),
            entry("keycloak.rights", Set.of()),
            entry("keycloak.console", Set.of()),
            entry("keycloak.address", Set.of()),
            entry("keycloak.cluster", Set.of()),
            entry("keycloak.failure", Set.of("keycloak.client")),
            entry("keycloak.client", Set.of("keycloak.settings")),
            entry("keycloak.approval", Set.of("keycloak.client", "keycloak.settings", "keycloak.rights")),
            entry("keycloak.history", Set.of("keycloak.client", "keycloak.settings")),
            entry("keycloak.signing", Set.of("keycloak.client")),
            entry("keycloak.metrics", Set.of("keycloak.client", "keycloak.history", "keycloak.settings")),
            entry("keycloak.token", Set.of("keycloak.client", "keycloak.history", "keycloak.settings")),
            entry("keycloak.health", Set.of("keycloak.client", "keycloak.settings", "keycloak.token")),
            entry("keycloak.json", Set.of("keycloak.client", "keycloak.health", "keycloak.settings")),
            entry(
                    "keycloak.install",
                    Set.of("keycloak.client", "keycloak.settings", "keycloak.token", "keycloak.rights")),
            entry(
                    "keycloak.manage",
                    Set.of(
                            "keycloak.client",
                            "keycloak.history",
                            "keycloak.health",
                            "keycloak.json",
                            "keycloak.approval",
                            "keycloak.settings",
                            "keycloak.install")),
            entry(
                    "keycloak.notice",
                    Set.of(
                            "keycloak.client",
                            "keycloak.history",
                            "keycloak.approval",
                            "keycloak.settings",
                            "keycloak.manage")),
            entry(
                    "keycloak.provider",
                    Set.of(
                            "keycloak.address",
                            "keycloak.cluster",
                            "keycloak.history",
                            "keycloak.install",
                            "keycloak.metrics",
                            "keycloak.notice",
                            "keycloak.settings")),
            entry(
                    "keycloak.audit",
                    Set.of(
                            "keycloak.client",
                            "keycloak.history",
                            "keycloak.address",
                            "keycloak.metrics",
                            "keycloak.provider")),
            entry(
                    "keycloak.clientauth",
                    Set.of(
                            "keycloak.client",
                            "keycloak.history",
                            "keycloak.settings",
                            "keycloak.address",
                            "keycloak.provider")),
            entry(
                    "keycloak.delivery",
                    Set.of(
                            "keycloak.client",
                            "keycloak.history",
                            "keycloak.settings",
                            "keycloak.address",
                            "keycloak.provider",
                            "keycloak.manage")),
            entry(
                    "keycloak.guard",
                    Set.of(
                            "keycloak.client",
                            "keycloak.history",
                            "keycloak.json",
                            "keycloak.address",
                            "keycloak.approval",
                            "keycloak.settings",
                            "keycloak.install",
                            "keycloak.rights",
                            "keycloak.provider")),
            entry(
                    "keycloak.admin",
                    Set.of(
                            "keycloak.client",
                            "keycloak.history",
                            "keycloak.settings",
                            "keycloak.failure",
                            "keycloak.health",
                            "keycloak.json",
                            "keycloak.approval",
                            "keycloak.manage",
                            "keycloak.install",
                            "keycloak.address",
                            "keycloak.provider",
                            "keycloak.rights")));

    private ArchitectureTable() {}

    static Set<String> purePackages() {
        return PURE.keySet();
    }

    static Set<String> adapters() {
        return ADAPTER.keySet();
    }
}
