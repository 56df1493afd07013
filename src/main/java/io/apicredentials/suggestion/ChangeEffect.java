package io.apicredentials.suggestion;

import io.apicredentials.access.AccessCheck;
import io.apicredentials.access.AccessRules;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.network.PeerAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change of the addresses and of the end of a credential would have done to its recorded uses, by the decision that
 * enforces both. Only what was accepted can be lost.
 *
 * @param refused accepted uses that it would refuse
 * @param alreadyRefused accepted uses that the present rules refuse as well
 * @param admitted refused uses that it would let pass to the check of the secret, and the present rules do not
 * @param unknown accepted uses that nobody can judge, since their addresses are not known
 */
public record ChangeEffect(List<Use> refused, List<Use> alreadyRefused, List<Use> admitted, List<Use> unknown) {

    /**
     * Some uses, and why they would be refused, or are.
     *
     * @param reason empty where they would not be
     */
    public record Use(RecordedUse recorded, Optional<RefusalReason> reason) {}

    public ChangeEffect {
        refused = List.copyOf(refused);
        alreadyRefused = List.copyOf(alreadyRefused);
        admitted = List.copyOf(admitted);
        unknown = List.copyOf(unknown);
    }

    private enum Kind {
        REFUSED,
        ALREADY_REFUSED,
        ADMITTED,
        UNKNOWN,
        UNCHANGED
    }

    /**
     * Judges each recorded use as if it came now, before and after the change.
     *
     * @param present what decides at present
     * @param proposed what would
     */
    public static ChangeEffect of(List<RecordedUse> recorded, AccessRules present, AccessRules proposed, Instant now) {
        Map<Kind, List<Use>> uses = new EnumMap<>(Kind.class);
        for (RecordedUse use : recorded) {
            Optional<PeerAddress> peer = PeerAddress.parse(use.address());
            Optional<RefusalReason> before = refusal(present, peer, now);
            Optional<RefusalReason> after = refusal(proposed, peer, now);
            Kind kind = use.outcome().isAccepted() ? ofAccepted(peer, before, after) : ofRefused(peer, before, after);
            uses.computeIfAbsent(kind, any -> new ArrayList<>())
                    .add(new Use(use, kind == Kind.ALREADY_REFUSED ? before : after));
        }
        return new ChangeEffect(
                uses.getOrDefault(Kind.REFUSED, List.of()),
                uses.getOrDefault(Kind.ALREADY_REFUSED, List.of()),
                uses.getOrDefault(Kind.ADMITTED, List.of()),
                uses.getOrDefault(Kind.UNKNOWN, List.of()));
    }

    private static Kind ofAccepted(
            Optional<PeerAddress> peer, Optional<RefusalReason> before, Optional<RefusalReason> after) {
        if (peer.isEmpty()) {
            return Kind.UNKNOWN;
        }
        if (before.isPresent()) {
            return Kind.ALREADY_REFUSED;
        }
        return after.isPresent() ? Kind.REFUSED : Kind.UNCHANGED;
    }

    private static Kind ofRefused(
            Optional<PeerAddress> peer, Optional<RefusalReason> before, Optional<RefusalReason> after) {
        boolean isAdmitted = peer.isPresent() && before.isPresent() && after.isEmpty();
        return isAdmitted ? Kind.ADMITTED : Kind.UNCHANGED;
    }

    private static Optional<RefusalReason> refusal(AccessRules rules, Optional<PeerAddress> peer, Instant now) {
        return rules.explainWithoutSecret(peer, now).stream()
                .filter(explanation ->
                        explanation.check() == AccessCheck.EXPIRY || explanation.check() == AccessCheck.ADDRESS)
                .flatMap(explanation -> explanation.refusal().stream())
                .findFirst();
    }
}
