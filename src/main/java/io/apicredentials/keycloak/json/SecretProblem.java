package io.apicredentials.keycloak.json;

import io.apicredentials.problem.Problem;

/** What can keep the secrets of a credential from being changed. */
public enum SecretProblem implements Problem.Kind {
    SECRET_LIMIT("This credential has two secrets that work; end one of them before you rotate again."),
    SECRET_LAST("This is the only secret of the credential that works; rotate it first, then end it."),
    SECRET_CURRENT(
            "This is the current secret; when it is ended, its clients are refused, and the one before it goes on without"
                    + " an end. End it with 'force=true' if that is what you want."),
    SECRET_ENDED("This secret has already ended; there is nothing to do."),
    /** {1}: when it was used last; {2}: from which address. */
    SECRET_IN_USE(
            "This secret was used within the last 24 hours, last at {1} from {2}; move that client to the new secret, or"
                    + " end it with 'force=true'."),
    SECRET_USE_UNKNOWN(
            "It is not known whether this secret is in use, since not all uses of the last 24 hours are counted;"
                    + " end the secret with 'force=true' when you know that nothing uses it."),
    SECRETS_UNREADABLE("The stored secrets of this credential cannot be read; delete it and create another."),
    NO_OPEN_LINK("This credential has no open link; there is nothing to withdraw.");

    private final String sentence;

    SecretProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
