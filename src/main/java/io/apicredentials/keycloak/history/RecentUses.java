package io.apicredentials.keycloak.history;

/**
 * How often some credentials were used with success in a time, together.
 *
 * @param addresses from how many addresses; of very many, {@value #MOST_ADDRESSES} are told apart
 */
public record RecentUses(long uses, long addresses) {

    static final int MOST_ADDRESSES = 100_000;
}
