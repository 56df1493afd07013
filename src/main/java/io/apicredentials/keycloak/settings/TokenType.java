package io.apicredentials.keycloak.settings;

/** What the header of a token says in {@code typ} (RFC 7519 5.1). */
public enum TokenType {
    /** Any token, as Keycloak says of its own. */
    JWT("JWT"),
    /** An access token (RFC 9068 2.1). */
    ACCESS_TOKEN("at+jwt");

    private final String word;

    TokenType(String word) {
        this.word = word;
    }

    /** As it is set, such as {@code at+jwt}. */
    public String word() {
        return word;
    }
}
