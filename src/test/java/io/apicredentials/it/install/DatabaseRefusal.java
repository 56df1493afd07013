package io.apicredentials.it.install;

/** Ways in which PostgreSQL refuses the service account user of a credential, when its client is written already. */
enum DatabaseRefusal {
    /** A constraint is violated: Keycloak takes this for a duplicate. */
    BY_A_CONSTRAINT(
            409,
            "alter table user_entity add constraint refuse_credentials"
                    + " check (username not like 'service-account-apicred-%') not valid",
            "alter table user_entity drop constraint refuse_credentials"),

    /** Anything else, such as a full disk. */
    BY_AN_ERROR(
            500,
            Sql.FUNCTION + "create trigger refuse_credentials before insert on user_entity" + Sql.FOR_CREDENTIALS,
            Sql.DROP_FUNCTION),

    /** Not before the transaction commits, when all the work is done. */
    AT_THE_COMMIT(
            500,
            Sql.FUNCTION + "create constraint trigger refuse_credentials after insert on user_entity"
                    + " deferrable initially deferred" + Sql.FOR_CREDENTIALS,
            Sql.DROP_FUNCTION);

    private final int status;
    private final String begin;
    private final String end;

    DatabaseRefusal(int status, String begin, String end) {
        this.status = status;
        this.begin = begin;
        this.end = end;
    }

    /** The status of the answer to a creation. */
    int status() {
        return status;
    }

    /** The statements after which it refuses. */
    String begin() {
        return begin;
    }

    /** The statements after which everything is as before. */
    String end() {
        return end;
    }

    private static final class Sql {

        static final String FUNCTION = "create function refuse_credentials() returns trigger language plpgsql as"
                + " $$ begin raise exception 'user_entity refuses %', new.username; end $$; ";
        static final String FOR_CREDENTIALS =
                " for each row when (new.username like 'service-account-apicred-%') execute function refuse_credentials()";
        static final String DROP_FUNCTION = "drop function refuse_credentials cascade";
    }
}
