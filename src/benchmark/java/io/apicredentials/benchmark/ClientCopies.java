package io.apicredentials.benchmark;

import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.PostgresServer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Copies of clients with their service accounts, made by the database, since to create tens of thousands would take longer than to
 * measure. Their secrets are the same, or have the same hash.
 */
record ClientCopies(PostgresServer database, String realm) {

    private static final List<String> STATEMENTS = List.of(
            "insert into client select (jsonb_populate_record(c, jsonb_build_object('id', k.id, 'client_id', k.name))).*"
                    + " from client c join copies k on k.old = c.id",
            "insert into client_attributes select k.id, a.name, a.value from client_attributes a join copies k on k.old = a.client_id",
            "insert into client_scope_client select k.id, s.scope_id, s.default_scope from client_scope_client s"
                    + " join copies k on k.old = s.client_id",
            "insert into user_entity select (jsonb_populate_record(u, jsonb_build_object('id', md5(u.id || k.n)::uuid::text,"
                    + " 'username', 'service-account-' || k.name, 'service_account_client_link', k.id,"
                    + " 'email_constraint', md5(u.id || 'e' || k.n)::uuid::text))).* from user_entity u"
                    + " join copies k on k.old = u.service_account_client_link",
            "insert into user_role_mapping select (jsonb_populate_record(m, jsonb_build_object('user_id',"
                    + " md5(u.id || k.n)::uuid::text))).* from user_role_mapping m join user_entity u on u.id = m.user_id"
                    + " join copies k on k.old = u.service_account_client_link",
            "drop table copies");

    /**
     * Makes copies of a client.
     *
     * @param number how many
     * @return what each authenticates with
     */
    List<ClientCredentials> of(ClientCredentials client, int number) {
        database.execute("create temp table copies as select c.id old, md5(c.id || n)::uuid::text id,"
                + " c.client_id || '-' || n name, n from client c, generate_series(1, " + number + ") n"
                + " where c.client_id = '" + client.clientId() + "'"
                + " and c.realm_id = (select id from realm where name = '" + realm + "'); "
                + String.join("; ", STATEMENTS));
        database.execute("analyze");
        return IntStream.rangeClosed(1, number)
                .mapToObj(copy -> new ClientCredentials("", client.clientId() + "-" + copy, client.clientSecret()))
                .toList();
    }
}
