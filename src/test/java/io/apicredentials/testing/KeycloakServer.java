package io.apicredentials.testing;

import java.nio.file.Path;

/**
 * A running Keycloak of the version we are built for, in a process of its own, with the administrator {@value #ADMIN} in
 * realm {@code master} whose password is the same. Closing it stops it.
 */
public final class KeycloakServer implements AutoCloseable {

    /** User name and password of the administrator. */
    public static final String ADMIN = "admin";

    /** The address that requests come from unless a test chooses another. */
    public static final String LOCALHOST = "127.0.0.1";

    private final ServerProcess process;
    private final String url;
    private final Path log;
    private final AdminClient admin;

    KeycloakServer(ServerProcess process, String url, Path log) {
        this.process = process;
        this.url = url;
        this.log = log;
        PasswordLogin login = new PasswordLogin(url + "/realms/master", "admin-cli", ADMIN, ADMIN);
        this.admin = new AdminClient(url + "/admin", Http.from(LOCALHOST), login);
    }

    /**
     * A server still to be configured and started.
     *
     * @param distribution the unpacked Keycloak distribution, which stays as it is
     * @param folder where the server keeps everything it writes; not used by two servers at once
     */
    public static KeycloakServerBuilder builder(Path distribution, Path folder) {
        return new KeycloakServerBuilder(distribution, folder);
    }

    /** The address without a slash at its end, such as {@code http://127.0.0.1:8080}. */
    public String url() {
        return url;
    }

    /** The file with everything the server writes to standard output and standard error. */
    public Path log() {
        return log;
    }

    /** The start of the log, to read everything that the server has written so far. */
    public LogMark wholeLog() {
        return LogMark.atStartOf(log);
    }

    /** The present end of the log. */
    public LogMark markLog() {
        return LogMark.atEndOf(log);
    }

    /** The admin REST API of the whole server, as its administrator. */
    public AdminClient admin() {
        return admin;
    }

    /** Waits until the server ends by itself, and returns its exit status. */
    public int awaitEnd() throws InterruptedException {
        return process.awaitEnd();
    }

    /** Ends it at once, whatever it is doing, as when its machine fails. */
    public void kill() {
        process.kill();
    }

    /** Has it stand still, as when its machine does, until it goes on. */
    public void halt() {
        process.signal("STOP");
    }

    public void goOn() {
        process.signal("CONT");
    }

    @Override
    public void close() {
        process.close();
    }
}
