package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.client.StoredCredential;
import java.util.Optional;

/**
 * A request and what it is about.
 *
 * @param credential empty for the settings of the realm
 */
record AskedRequest(LastRequest last, Optional<StoredCredential> credential) {}
