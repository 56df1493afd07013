package io.apicredentials.keycloak.manage;

import java.util.List;

/** Is told how far an emergency stop has come. What it is told is committed, and stays so whatever becomes of the rest. */
public interface StopProgress {

    /** Why something was not done about a credential. */
    enum Reason {
        /** Another request was changing it all the time. */
        BUSY,
        /** The change could not be made; the log of the server says why. */
        FAILED
    }

    /** So many credentials match at the beginning. */
    void found(int credentials);

    /** This was done. */
    void done(List<StopTarget> targets);

    /** This was not. */
    void notDone(StopTarget target, Reason reason);
}
