package io.apicredentials.keycloak.history;

import org.jboss.logging.Logger;

/**
 * Work that is done again and again. What fails once is in the log, and does not end it: a scheduled task that throws is never run
 * again, and says nothing.
 *
 * @param failure what is logged when it fails
 */
record RepeatedWork(Runnable work, String failure) implements Runnable {

    private static final Logger LOG = Logger.getLogger(RepeatedWork.class);

    @Override
    public void run() {
        try {
            work.run();
        } catch (Throwable failed) {
            LOG.error(failure, failed);
        }
    }
}
