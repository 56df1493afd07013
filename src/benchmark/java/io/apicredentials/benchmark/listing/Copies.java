package io.apicredentials.benchmark.listing;

import io.apicredentials.testing.PostgresServer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies of the credentials of a realm, in everything that a credential has in Keycloak's tables and with uses, made by the database:
 * a hundred thousand by the admin API would take most of an hour. Names, ages, ends and uses differ.
 */
record Copies(PostgresServer database, String realm) {

    private static final List<String> STATEMENTS = List.of(
            "create temp table copies as select c.id old, md5(c.id || n)::uuid::text id, n from client c"
                    + " join realm r on r.id = c.realm_id, generate_series(1, {copies}) n"
                    + " where r.name = '{realm}' and c.client_authenticator_type = 'api-credential'",
            "insert into client select (jsonb_populate_record(c, jsonb_build_object('id', k.id, 'client_id', 'apicred-' || k.id,"
                    + " 'name', lpad(k.n::text, 4, '0') || substr(c.name, 5)))).* from client c join copies k on k.old = c.id",
            "insert into client_attributes select k.id, a.name, " + Ages.value("k.id")
                    + " from client_attributes a join copies k on k.old = a.client_id",
            "insert into client_scope_client select k.id, s.scope_id, s.default_scope"
                    + " from client_scope_client s join copies k on k.old = s.client_id",
            "insert into user_entity select (jsonb_populate_record(u, jsonb_build_object('id', md5(u.id || k.n)::uuid::text,"
                    + " 'created_timestamp', " + Ages.accountMade("k.id") + ","
                    + " 'username', 'service-account-apicred-' || k.id, 'service_account_client_link', k.id,"
                    + " 'email_constraint', md5(u.id || 'e' || k.n)::uuid::text))).* from user_entity u"
                    + " join copies k on k.old = u.service_account_client_link",
            "insert into client select (jsonb_populate_record(c, jsonb_build_object('id', md5('{realm}' || n)::uuid::text,"
                    + " 'client_id', 'ordinary-' || n, 'name', 'Ordinary ' || n))).* from client c, generate_series(1, {others}) n"
                    + " where c.client_id = 'account' and c.realm_id = (select id from realm where name = '{realm}')",
            "insert into client_attributes select md5('{realm}' || n)::uuid::text, 'post.logout.redirect.uris', '+'"
                    + " from generate_series(1, {others}) n",
            "drop table copies",
            Ages.uses());

    private static final int OTHERS = 5_000;

    /**
     * Ages what is there, and adds the copies.
     *
     * @param copies of each
     */
    void make(int copies) {
        String all = Stream.concat(Ages.ofSeeds().stream(), STATEMENTS.stream())
                .collect(Collectors.joining("; "))
                .replace("{realm}", realm)
                .replace("{copies}", Integer.toString(copies))
                .replace("{others}", Integer.toString(copies == 0 ? 0 : OTHERS));
        database.execute(all);
    }

    /** Pretends that uses have been counted for a year, so that credentials can be unused, and looks at the tables as at night. */
    static void settle(PostgresServer database) {
        database.execute("insert into client_scope_attributes (scope_id, name, value) select id,"
                + " 'api.credential.uses-recorded-since', to_char(now() - interval '1 year', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                + " from client_scope where name = 'api-credential'"
                + " on conflict (scope_id, name) do update set value = excluded.value");
        database.execute("update api_credential_usage set last_at = (" + Ages.hours()
                + " - 8760) * 3600000 where outcome = 'counting_began'");
        database.execute("delete from api_credential_usage where outcome = 'counting_paused'");
        database.execute("vacuum analyze");
    }
}
