package io.apicredentials.keycloak.client;

/** The client attributes that hold what Keycloak's own columns do not. Fixed for good: exports carry them. */
public final class CredentialAttribute {

    public static final String PERMISSION_SET = "api.credential.permission-set";

    /** {@code type:action:scope:resource}, joined by spaces. */
    public static final String PERMISSIONS = "api.credential.permissions";

    /** Addresses and ranges, joined by commas. */
    public static final String ALLOWED_IPS = "api.credential.allowed-ips";

    /** {@link io.apicredentials.secret.SecretHash#encoded()}. */
    public static final String SECRET_HASH = "api.credential.secret-hash";

    /** The user id of the administrator who created it. */
    public static final String CREATED_BY = "api.credential.created-by";

    /** An ISO-8601 UTC instant. */
    public static final String CREATED_AT = "api.credential.created-at";

    /** An ISO-8601 UTC instant. */
    public static final String UPDATED_AT = "api.credential.updated-at";

    private CredentialAttribute() {}
}
