package io.apicredentials.access;

/**
 * One of the checks of a use, in the order in which they are made: cheap ones first, and nobody at an unlisted address
 * learns or burns anything by guessing secrets.
 */
public enum AccessCheck {
    /** What the use is for. */
    PURPOSE,
    /** The state of the credential. */
    STATE,
    /** Its end. */
    EXPIRY,
    /** Whether what is stored of the credential can be read. */
    CONTENT,
    /** Where the request comes from. */
    ADDRESS,
    /** The environment that the secret was made for: none of another one is compared. */
    ENVIRONMENT,
    /** What the request brought along. */
    SECRET
}
