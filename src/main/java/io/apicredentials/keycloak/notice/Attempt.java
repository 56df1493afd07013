package io.apicredentials.keycloak.notice;

import org.jboss.logging.Logger;

/**
 * Tries one thing of several. When it fails, whatever the reason, that is in the log, and the others are still tried: an
 * exception would keep all of them from being done, each time.
 */
final class Attempt {

    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private Attempt() {}

    /**
     * Tries it.
     *
     * @param failure what is logged when it fails, with {@code %s} for {@code about}
     * @param about what it is about, such as the id of a credential
     */
    static void run(Runnable work, String failure, String about) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, failure, about);
        }
    }
}
