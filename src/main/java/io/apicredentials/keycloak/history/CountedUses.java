package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The uses of the credentials of a realm, as they are counted, whether the realm saves events or not. What was counted on this
 * node is written first; other nodes write theirs every few seconds.
 */
public final class CountedUses {

    /** Two look-ups in the primary key for each credential. */
    static final String LAST = "(select max(u.lastAt) from " + UsageRow.NAME
            + " u where u.credentialId = c.id and u.outcome = :accepted and u.useHour = (select max(v.useHour) from "
            + UsageRow.NAME + " v where v.credentialId = c.id and v.outcome = :accepted))";

    private static final String OF_ALL = "select c.id, " + LAST + " from ClientEntity c where c.realmId = :realm"
            + " and c.clientAuthenticatorType = :authenticator";

    private static final String AMONG = " and c.id in (:ids)";

    private static final String LAST_ACTIVE = "select c.id, " + LAST
            + ", a.createdTimestamp from UserEntity a, ClientEntity c where a.realmId = :realm"
            + " and a.serviceAccountClientLink = c.id and c.realmId = :realm"
            + " and c.clientAuthenticatorType = :authenticator";

    private static final int BATCH = 500;

    private final Optional<UsageRecorder> uses;
    private final RealmModel realm;
    private JointTask.@Nullable Result written;
    private boolean isUnreadable;

    public CountedUses(KeycloakSession session, RealmModel realm) {
        this.uses = HistoryTables.uses(session.getKeycloakSessionFactory());
        this.realm = realm;
    }

    /** Whether a use that happens now is told from now on: not where something could not be read for this answer. */
    public boolean areCounted() {
        return !isUnreadable && bringUpToDate() == JointTask.Result.DONE;
    }

    /** Writes what was counted on this node, when something is asked for the first time. */
    private JointTask.Result bringUpToDate() {
        JointTask.Result result =
                written == null ? uses.map(UsageRecorder::flush).orElse(JointTask.Result.FAILED) : written;
        written = result;
        return result;
    }

    /** For how long a use that happens now is told; empty where uses are not counted. */
    public Optional<Duration> keptFor() {
        return uses.flatMap(UsageRecorder::retention);
    }

    /** The last accepted use of each credential of the realm that has one, in one statement. */
    public Map<String, Instant> last() {
        return read(entities -> latest(realm(entities, OF_ALL))).orElse(Map.of());
    }

    /** The last accepted use of any of these credentials, however many they are; empty when none is known. */
    public Optional<Instant> lastOfAny(List<String> ids) {
        return batches(ids).stream()
                .flatMap(some -> last(some).values().stream())
                .max(Instant::compareTo);
    }

    /** How often these credentials were used from some hour on, however many they are; empty when the table cannot be read. */
    public Optional<RecentUses> recent(List<String> ids, long firstHour) {
        return read(entities -> new RecentUsesQuery(entities, firstHour).run(batches(ids)));
    }

    /** Databases take so many parameters, and no more. */
    private static List<List<String>> batches(List<String> ids) {
        return IntStream.iterate(0, first -> first < ids.size(), first -> first + BATCH)
                .mapToObj(first -> ids.subList(first, Math.min(first + BATCH, ids.size())))
                .toList();
    }

    /** The last accepted use of each of these credentials that has one, in one statement; other ids are left out. */
    public Map<String, Instant> last(List<String> ids) {
        return read(entities -> latest(realm(entities, OF_ALL + AMONG).setParameter("ids", ids)))
                .orElse(Map.of());
    }

    /**
     * The last accepted use of each credential, in one statement for all. Where there is none, when its service account was made: one
     * that an import brings has an older account's past, and none of its uses.
     */
    Map<String, Instant> lastActive() {
        return read(entities -> latest(realm(entities, LAST_ACTIVE))).orElse(Map.of());
    }

    /** The same for some credentials; a statement for each few hundred. */
    Map<String, Instant> lastActive(List<String> ids) {
        return read(entities -> {
                    Map<String, Instant> latest = new HashMap<>();
                    batches(ids)
                            .forEach(some -> latest.putAll(
                                    latest(realm(entities, LAST_ACTIVE + AMONG).setParameter("ids", some))));
                    return latest;
                })
                .orElse(Map.of());
    }

    /** The same for one credential. */
    Optional<Instant> lastActive(String id) {
        return Optional.ofNullable(lastActive(List.of(id)).get(id));
    }

    private TypedQuery<Object[]> realm(EntityManager entities, String query) {
        return entities.createQuery(query, Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("authenticator", ClientFlow.AUTHENTICATOR)
                .setParameter("accepted", Outcome.ACCEPTED.code());
    }

    private static Map<String, Instant> latest(TypedQuery<Object[]> query) {
        Map<String, Instant> latest = new HashMap<>();
        for (Object[] row : query.getResultList()) {
            Stream.of(row)
                    .skip(1)
                    .flatMap(time -> Stream.ofNullable((Long) time))
                    .max(Long::compare)
                    .ifPresent(time -> latest.put((String) row[0], Instant.ofEpochMilli(time)));
        }
        return latest;
    }

    /**
     * Since when every accepted use has been counted; empty when nobody knows: where the table cannot be read, was emptied, or is
     * behind.
     */
    public Optional<Instant> completeSince() {
        String server = uses.flatMap(UsageRecorder::server).orElse(UsageKey.NONE);
        Instant now = InstantSource.system().instant();
        return read(entities -> new UsageRemarks(entities).completeSince(server, now))
                .filter(complete -> areCounted())
                .flatMap(complete -> complete);
    }

    /** The accepted uses of some secrets of a credential; empty when the table cannot be read. */
    public Optional<Map<String, SecretUse>> ofSecrets(String credential, List<String> secrets, Instant now) {
        return read(entities -> new SecretUses(entities, credential, now).of(secrets));
    }

    /** What happened with a credential in a time; empty when the table cannot be read. */
    public Optional<Activity> activity(String credential, Activity.Time time) {
        return read(entities -> new ActivityQuery(entities, credential, time).run());
    }

    /**
     * From where a credential was used from some hour on; empty when the table cannot be read.
     *
     * @param outcomes what came of the uses that are asked of
     */
    public Optional<AddressUses> addresses(String credential, Set<Outcome> outcomes, long firstHour) {
        return read(entities -> new AddressUsesQuery(entities, credential, outcomes, firstHour).run());
    }

    /** What happened with some credentials in a time, by their ids and in one statement; empty when the table cannot be read. */
    public Optional<Map<String, BriefActivity>> activities(List<String> ids, Activity.Time time) {
        return read(entities -> new BriefActivityQuery(entities, realm, time).run(ids));
    }

    /** What takes long, or fails, is not tried again for this answer, which may hold a lock meanwhile. */
    private <T> Optional<T> read(Function<EntityManager, T> query) {
        if (isUnreadable || bringUpToDate() == JointTask.Result.LATE) {
            return Optional.empty();
        }
        Optional<T> read = uses.flatMap(recorder -> recorder.read(query));
        isUnreadable = read.isEmpty();
        return read;
    }
}
