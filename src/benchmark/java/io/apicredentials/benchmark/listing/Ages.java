package io.apicredentials.benchmark.listing;

import java.util.List;

/**
 * How old credentials are, when they end and when they were used: in every realm by the same rule, which follows a hash of the id and
 * nothing that a list is sorted by. So of the first hundred of a list as many are due or expired as of a hundred that are all.
 */
final class Ages {

    private static final String FORMAT = "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'";
    private static final String HOURS = "(extract(epoch from now()) / 3600)::bigint";

    private Ages() {}

    /** The text of an attribute {@code a} of the client with this id: up to 250 days old, ending between 100 days ago and 200 days from now. */
    static String value(String id) {
        return "case when a.name in ('api.credential.created-at', 'api.credential.updated-at') then "
                + text("- " + age(id))
                + " when a.name = 'api.credential.expires-at' then "
                + text("+ (" + hash(id, "end") + " % 1800 - 600) * interval '4 hours'")
                + " else a.value end";
    }

    /** When the service account of the client with this id was made. */
    static String accountMade(String id) {
        return "(extract(epoch from now() - " + age(id) + ") * 1000)::bigint";
    }

    /** Ages those that were made by the admin API. */
    static List<String> ofSeeds() {
        return List.of(
                "update client_attributes a set value = " + value("c.id")
                        + " from client c join realm r on r.id = c.realm_id"
                        + " where r.name = '{realm}' and c.client_authenticator_type = 'api-credential' and a.client_id = c.id",
                "update user_entity u set created_timestamp = " + accountMade("c.id")
                        + " from client c join realm r on r.id = c.realm_id where r.name = '{realm}'"
                        + " and c.client_authenticator_type = 'api-credential' and u.service_account_client_link = c.id");
    }

    /** Adds uses of all: two in three have been used, three times with some hours in between, within 250 days. */
    static String uses() {
        String hour = HOURS + " - (" + hash("c.id", "use") + " % 1500 * 4 + h * 20)";
        return "insert into api_credential_usage select c.id, 'accepted', " + hour + ", 's', '10.0.0.1', 1 + h, ("
                + hour
                + ") * 3600000 from client c join realm r on r.id = c.realm_id, generate_series(0, 2) h"
                + " where r.name = '{realm}' and c.client_authenticator_type = 'api-credential' and "
                + hash("c.id", "used") + " % 3 > 0";
    }

    /** The present hour as SQL: hours since 1970, as uses are counted. */
    static String hours() {
        return HOURS;
    }

    private static String text(String distance) {
        return "to_char(now() at time zone 'UTC' " + distance + ", " + FORMAT + ")";
    }

    private static String age(String id) {
        return "(" + hash(id, "age") + " % 1500) * interval '4 hours'";
    }

    private static String hash(String id, String of) {
        return "('x' || substr(md5(" + id + " || '" + of + "'), 1, 7))::bit(28)::int";
    }
}
