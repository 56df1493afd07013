package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.FreeRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;

/** The transactions of an emergency stop: each is for a few credentials, and what fails in one is not done in it alone. */
record StopBatch(ManageContext outer, StopOrder order) implements StopWork {

    private static final Logger LOG = Logger.getLogger(StopBatch.class);

    @Override
    public Optional<List<StopTarget>> look() {
        try {
            return Optional.of(in(context -> StopTarget.find(context, order.filter(), order.revokesTokens()))
                    .orElse(List.of()));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "Emergency stop %s: the credentials cannot be read", order.id());
            return Optional.empty();
        }
    }

    @Override
    public Optional<List<StopTarget>> run(List<StopTarget> targets) {
        try {
            return Optional.of(in(context -> run(context, targets)).orElse(List.of()));
        } catch (RuntimeException failed) {
            LOG.warnf(
                    failed,
                    "Emergency stop %s: %s cannot be stopped",
                    order.id(),
                    targets.stream().map(StopTarget::clientId).toList());
            return Optional.empty();
        }
    }

    /** Does something in a transaction of its own; empty when the realm is gone. */
    private <T> Optional<T> in(Function<ManageContext, T> work) {
        return outer.apart(context -> work.apply(context.of(order)));
    }

    private List<StopTarget> run(ManageContext context, List<StopTarget> targets) {
        List<StopTarget> done = new ArrayList<>();
        // All of them before anything is written: others who write something of one of them have locked it before.
        Set<String> free = FreeRows.lock(
                context.session(), targets.stream().map(StopTarget::id).toList());
        CredentialClients clients = context.clients();
        for (StopTarget target : targets) {
            if (free.contains(target.id())) {
                clients.find(target.id())
                        .flatMap(client -> stop(context, client))
                        .ifPresent(done::add);
            }
        }
        return done;
    }

    /** By what it is under the lock: somebody else may have stopped it meanwhile. */
    private Optional<StopTarget> stop(ManageContext context, ClientModel client) {
        if (!(LockedCredential.take(context, client) instanceof LockedCredential locked)) {
            return Optional.empty();
        }
        Optional<StopTarget> present = StopTarget.of(locked.stored(), context.now(), order.revokesTokens());
        present.ifPresent(target -> {
            target.request()
                    .ifPresent(open -> new WithdrawRequest(new CredentialSubject(locked)).run(open, order.userId()));
            if (target.isEnabled() || target.hasTokens()) {
                new DisableCredential(locked).run(order.revokesTokens());
            }
        });
        return present;
    }
}
