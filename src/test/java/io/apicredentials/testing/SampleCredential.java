package io.apicredentials.testing;

import java.util.Locale;

/** The API credentials of the demo realm, one of each permission set. Their secrets are for demonstration only. */
public enum SampleCredential {
    WALLETS("kac_QaGcO4RPnYWy6XoxkWayGc0gsoDvReNcmjFMUnWL1Nk469kNN"),
    TRANSACTIONS("kac_9kvmlSi5IC9KtGYo2oYChiOOSVHh6wBYoELQ5231HA31xnM3d"),
    CONTROLS("kac_6bgTucAw4IZe4LZOwdGGPQrqgWLVmdP8Qx6IAXGAkWC1jGpde"),
    MONITORING("kac_jXcpI9pLzZUdmMxpdWcgHOfanVgo3tLoHA06pBhwC9U18zo2K");

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
