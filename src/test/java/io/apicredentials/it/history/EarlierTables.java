package io.apicredentials.it.history;

import io.apicredentials.testing.PostgresServer;
import java.util.List;

/** Our tables as builds before the first release made them. */
final class EarlierTables {

    private EarlierTables() {}

    /** Makes them so, in a database in which no server runs. */
    static void restore(PostgresServer database) {
        database.execute("update databasechangelog_api_creden set md5sum = '9:0123456789abcdef0123456789abcdef';"
                + " delete from databasechangelog_api_creden where id like '%-with%';"
                + " alter table api_credential_usage add realm_id varchar(36);"
                + " alter table api_credential_audit drop user_realm_id");
    }

    /** The columns in which they differ from those of today. */
    static List<String> columns(PostgresServer database) {
        return database.query("select table_name || '.' || column_name from information_schema.columns where"
                + " (table_name = 'api_credential_usage' and column_name = 'realm_id')"
                + " or (table_name = 'api_credential_audit' and column_name = 'user_realm_id')");
    }
}
