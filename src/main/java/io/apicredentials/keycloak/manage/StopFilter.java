package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.network.AskedAddress;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionPattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which credentials an emergency stop is for.
 *
 * @param kind by what they are chosen, as one word for programs
 * @param ids those alone; empty for all of the realm
 * @param stored what the database judges of them
 * @param judge what it cannot judge
 */
public record StopFilter(
        String kind, Optional<List<String>> ids, CredentialFilter stored, Predicate<StoredCredential> judge) {

    /** All of the realm. */
    public static StopFilter all() {
        return of("all", CredentialFilter.ANY, credential -> true);
    }

    /** These; ids of anything else are left out. */
    public static StopFilter of(List<String> ids) {
        return new StopFilter("ids", Optional.of(List.copyOf(ids)), CredentialFilter.ANY, credential -> true);
    }

    /** Those of an owner, be it a team or the id of a user. */
    public static StopFilter ofOwner(String owner) {
        return of("owner", new CredentialFilter(null, null, null, owner, null), credential -> true);
    }

    /** Those of the permission set of this type. */
    public static StopFilter ofSet(String type) {
        return of("permissionSet", new CredentialFilter(null, type, null, null, null), credential -> true);
    }

    /** Those that may do something, by whatever permission covers it. */
    public static StopFilter holding(PermissionPattern pattern, PermissionCatalogue catalogue) {
        return of(
                "permission",
                CredentialFilter.ANY,
                credential -> credential.reach().mayDo(pattern, catalogue));
    }

    /** Those that could be used from somewhere. */
    public static StopFilter usableFrom(AskedAddress address) {
        return of(
                "address",
                CredentialFilter.ANY,
                credential -> credential.reach().isUsableFrom(address));
    }

    private static StopFilter of(String kind, CredentialFilter stored, Predicate<StoredCredential> judge) {
        return new StopFilter(kind, Optional.empty(), stored, judge);
    }

    /** Each of them, by one statement. */
    void forEach(CredentialQuery query, Consumer<StoredCredential> consumer) {
        ids.ifPresentOrElse(
                these -> query.find(these).values().forEach(consumer),
                () -> query.forEach(stored, credential -> {
                    if (judge.test(credential)) {
                        consumer.accept(credential);
                    }
                }));
    }
}
