package io.apicredentials.access;

import io.apicredentials.network.PeerAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * One use of a credential.
 *
 * @param purposeAllowed whether it is for the client credentials grant or the revocation of an own token
 * @param peer where it came from; empty when the server does not know
 * @param at when it happens
 */
public record AccessAttempt(boolean purposeAllowed, Optional<PeerAddress> peer, PresentedSecret secret, Instant at) {}
