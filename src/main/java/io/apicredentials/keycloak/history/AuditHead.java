package io.apicredentials.keycloak.history;

import io.apicredentials.audit.ChainEnd;

/**
 * What is noted of the chain of a realm beside its records.
 *
 * @param last the last record
 * @param pruned the last record that was pruned
 */
record AuditHead(ChainEnd last, ChainEnd pruned) {

    static final AuditHead NONE = new AuditHead(ChainEnd.NONE, ChainEnd.NONE);
}
