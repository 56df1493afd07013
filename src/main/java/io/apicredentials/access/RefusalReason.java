package io.apicredentials.access;

/** Why the use of a credential was refused; told to the event log, never to the caller. */
public enum RefusalReason {
    /** Used for a grant or at an endpoint other than the client credentials grant and revocation of own tokens. */
    GRANT_NOT_ALLOWED("grant_not_allowed"),
    DISABLED("disabled"),
    /** Its creation waits for approval, or was not approved. */
    NOT_APPROVED("not_approved"),
    /** The time for which it was given has passed. */
    EXPIRED("expired"),
    /** The realm's client authentication flow never asks our authenticator; Keycloak refuses, and its event has no reason. */
    AUTHENTICATION_FLOW("authentication_flow"),
    /** Somebody deleted the user that the credential acts as. */
    SERVICE_ACCOUNT_MISSING("service_account_missing"),
    /** Somebody disabled the user that the credential acts as. */
    SERVICE_ACCOUNT_DISABLED("service_account_disabled"),
    /** Somebody gave it roles for administering the realm. */
    ADMIN_ROLES("admin_roles"),
    /** The stored credential cannot be read: something edited it into nonsense. */
    UNREADABLE_CREDENTIAL("unreadable_credential"),
    /** Its first secret was to be picked up by a link, and was not. */
    NO_SECRET("no_secret"),
    ADDRESS_NOT_ALLOWED("address_not_allowed"),
    /** The server does not know where the request came from. */
    ADDRESS_UNKNOWN("address_unknown"),
    /** More than one way of client authentication in one request, or contradicting ones (RFC 6749 2.3). */
    AMBIGUOUS_AUTHENTICATION("ambiguous_authentication"),
    /** A secret that was made for another environment than the one that the realm says it is. */
    WRONG_ENVIRONMENT("wrong_environment"),
    /** A secret of this credential that was replaced, and has ended. */
    SECRET_EXPIRED("secret_expired"),
    /** No secret, or one that is not this credential's. */
    UNKNOWN_SECRET("unknown_secret");

    private final String code;

    RefusalReason(String code) {
        this.code = code;
    }

    /** The value in events. */
    public String code() {
        return code;
    }
}
