package io.apicredentials.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * Who made a change, and how. The texts are those of the table, whatever somebody may have made of them.
 *
 * @param kind what the author is, such as {@code user}
 * @param realm the id of the realm that the user is of: this one, or the master realm
 * @param id the user id
 * @param name the name of the user at that moment: the user may be renamed or deleted later
 * @param client the client ID by which the user came
 * @param address where the request came from, as credentials are judged by it
 * @param way how the change was made, such as {@code rest}
 */
public record Author(
        String kind,
        Optional<String> realm,
        Optional<String> id,
        Optional<String> name,
        Optional<String> client,
        Optional<String> address,
        String way) {

    /** What an author can be. */
    public enum Kind {
        /** A user, or the service account of a client. */
        USER,
        /** Somebody with a link by which a secret is handed over. */
        LINK,
        /** A request that no user stands for, such as a client registration. */
        ANONYMOUS,
        /** The server by itself. */
        SERVER;

        /** The name in records and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a change can be made. */
    public enum Way {
        /** The resource of API credentials. */
        REST,
        /** What others have approved, made by the vote that decided, or by the pick-up. */
        APPROVAL,
        /** A link by which a secret is handed over. */
        LINK,
        /** Keycloak's own consoles and interfaces. */
        KEYCLOAK,
        /** A file that was imported. */
        IMPORT,
        /** What the server does from time to time. */
        TIMER;

        /** The name in records and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The server by itself. */
    public static Author ofServer(Way way) {
        return new Author(
                Kind.SERVER.word(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                way.word());
    }

    /** Somebody of whom no more is known than the address. */
    public static Author ofAddress(Kind kind, Optional<String> address, Way way) {
        return new Author(
                kind.word(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                address,
                way.word());
    }

    /** The same author by another way. */
    public Author by(Way other) {
        return new Author(kind, realm, id, name, client, address, other.word());
    }
}
