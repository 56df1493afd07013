package io.apicredentials.testing;

import java.util.Locale;

/** The API credentials of the demo realm, one of each permission set. Their secrets are for demonstration only. */
public enum SampleCredential {
    WALLETS("Balance reader", "kac_QaGcO4RPnYWy6XoxkWayGc0gsoDvReNcmjFMUnWL1Nk469kNN"),
    TRANSACTIONS("Payout service", "kac_9kvmlSi5IC9KtGYo2oYChiOOSVHh6wBYoELQ5231HA31xnM3d"),
    CONTROLS("Address book", "kac_6bgTucAw4IZe4LZOwdGGPQrqgWLVmdP8Qx6IAXGAkWC1jGpde"),
    MONITORING("Transaction monitoring", "kac_jXcpI9pLzZUdmMxpdWcgHOfanVgo3tLoHA06pBhwC9U18zo2K");

    /** The id of the vault that some of their permissions are for. */
    public static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final String displayName;
    private final String secret;

    SampleCredential(String displayName, String secret) {
        this.displayName = displayName;
        this.secret = secret;
    }

    /** What it is called in the console. */
    public String displayName() {
        return displayName;
    }

    public String permissionSet() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ClientCredentials credentials() {
        return new ClientCredentials("", "demo-" + permissionSet(), secret);
    }
}
