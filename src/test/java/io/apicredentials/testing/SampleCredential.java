package io.apicredentials.testing;

import java.util.Locale;

/** The API credentials of the demo realm, one of each permission set. Their secrets are for demonstration only. */
public enum SampleCredential {
    WALLETS("kac_QaGcO4RPnYWy6XoxkWayGc0gsoDvReNcmjFMUnWL1Nk469kNN"),
    TRANSACTIONS("kac_9kvmlSi5IC9KtGYo2oYChiOOSVHh6wBYoELQ5231HA31xnM3d"),
    CONTROLS("kac_6bgTucAw4IZe4LZOwdGGPQrqgWLVmdP8Qx6IAXGAkWC1jGpde"),
    MONITORING("kac_jXcpI9pLzZUdmMxpdWcgHOfanVgo3tLoHA06pBhwC9U18zo2K");

    /** The id of the vault that some of their permissions are for. */
    public static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final String secret;

    SampleCredential(String secret) {
        this.secret = secret;
    }

    public String permissionSet() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ClientCredentials credentials() {
        return new ClientCredentials("", "demo-" + permissionSet(), secret);
    }
}
