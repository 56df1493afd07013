package io.apicredentials.keycloak.manage;

import java.util.List;
import java.util.Optional;

/** What an emergency stop does to the database. None of it throws: what fails is logged, and is empty. */
interface StopWork {

    /** All that there is something to do about; empty when that could not be read. */
    Optional<List<StopTarget>> look();

    /**
     * Does what is to be done about some of them, in one transaction.
     *
     * @return what was done, and is committed; empty when all of it failed. Those that others are changing are left out.
     */
    Optional<List<StopTarget>> run(List<StopTarget> targets);
}
