package io.apicredentials.access;

import io.apicredentials.secret.ClientSecret;

/** What a request brought along to prove that it may use the credential. */
public sealed interface PresentedSecret {

    /** No secret, or a text that no secret can be. */
    record Missing() implements PresentedSecret {}

    /** Several, or contradicting ones. */
    record Ambiguous() implements PresentedSecret {}

    record Present(ClientSecret secret) implements PresentedSecret {}
}
