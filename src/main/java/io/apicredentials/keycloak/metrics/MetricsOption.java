package io.apicredentials.keycloak.metrics;

import org.keycloak.Config;

/**
 * Whether the server has metrics. No other class of this package is loaded where it has none: the library for them may be missing
 * there.
 */
public final class MetricsOption {

    /** Keycloak's own option. */
    private static final String OPTION = "metrics-enabled";

    private MetricsOption() {}

    /** Whether metrics are switched on. */
    public static boolean isOn(Config.Scope config) {
        return config.root().getBoolean(OPTION, false);
    }
}
