package io.apicredentials.testing;

/**
 * How the server of a test class differs from the one that all others share; a class with a constructor without
 * parameters. Such a server runs beside the shared one until a class asks for yet another.
 */
public interface ServerChange {

    /** The name of the server's folder; two changes with different build options do not share one. */
    String name();

    /** Changes the server before it is started. */
    void apply(KeycloakServerBuilder server);

    /** The server that all test classes share. */
    final class None implements ServerChange {

        /** The name of a realm whose approval can be changed without approval. */
        public static final String WITHOUT_APPROVAL = "without-approval";

        @Override
        public String name() {
            return "tests";
        }

        @Override
        public void apply(KeycloakServerBuilder server) {
            server.option("--log-level=INFO,io.apicredentials:debug,org.hibernate.SQL:debug")
                    // Nobody expects its statements among those of a test.
                    .option("--spi-api-credentials--server--notice-interval=0")
                    .option("--spi-api-credentials--server--approval-break-glass=" + WITHOUT_APPROVAL)
                    // As in production, so that a browser loads the console only once.
                    .option("--spi-theme--static-max-age=2592000")
                    .option("--spi-theme--cache-themes=true")
                    .option("--spi-theme--cache-templates=true");
        }
    }
}
