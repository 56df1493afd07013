package io.apicredentials.it.token;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Fields;

/**
 * One way to use a client: a grant, or an endpoint that authenticates clients.
 *
 * @param credentials whether an API credential may go it
 */
record Way(String name, boolean credentials, Preparation preparation) {

    static Way refused(String name, Preparation preparation) {
        return new Way(name, false, preparation);
    }

    /** A way that needs nothing but a form: the client's authentication is added to it. */
    static Way post(String name, String path, Fields form) {
        return refused(name, candidate -> authentication -> candidate.post(path, form.and(authentication)));
    }

    /** Gets, as an ordinary client, what the attempt needs to be a plausible one. */
    interface Preparation {
        Attempt prepare(Candidate candidate);
    }

    /** Uses the client, with the form fields by which it authenticates. */
    interface Attempt {
        Answer use(Fields authentication);
    }
}
