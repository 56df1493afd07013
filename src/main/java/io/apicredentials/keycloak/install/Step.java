package io.apicredentials.keycloak.install;

/** One of the things that a realm needs for API credentials. */
interface Step {

    /** Whether it is there, in whatever state an administrator wants it. */
    boolean isDone();

    /** Adds it; only when it is not there. */
    void complete();
}
