package io.apicredentials.delivery;

import java.util.Locale;

/** Why a visit of a link hands no secret over. */
public enum DeliveryRefusal {
    /** No link that there is or was; also one that a newer link replaced, and one of a deleted credential. */
    UNKNOWN,
    /** It was used before. */
    REUSED,
    /** Its time is over. */
    EXPIRED,
    /** It works from the addresses of the credential only, and the visit is from another or an unknown one. */
    WRONG_ADDRESS,
    /** The credential has been given another secret since the link was made. */
    SUPERSEDED,
    /** The credential is disabled. */
    CREDENTIAL_DISABLED,
    /** The time of the credential is over. */
    CREDENTIAL_EXPIRED,
    /** What is stored of the credential cannot be read, or it has as many secrets as it may have. */
    CREDENTIAL_NOT_READY;

    /** The value in events, such as {@code wrong_address}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
