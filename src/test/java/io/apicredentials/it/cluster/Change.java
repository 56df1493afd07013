package io.apicredentials.it.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.TestRealm;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A change that has to count on every node. Each is made on one, and the result says how another one shows it. */
enum Change {
    DISABLE("disable: refused") {
        @Override
        Predicate<TestRealm> make(TestRealm here, ClientCredentials credential, String token) {
            here.credentials().disable(credential.id()).expect(200);
            return there -> refuses(there, credential);
        }
    },
    ROTATE("rotate without overlap: the old secret refused, the new one admitted") {
        @Override
        Predicate<TestRealm> make(TestRealm here, ClientCredentials credential, String token) {
            ClientCredentials rotated = ClientCredentials.of(here.credentials().rotate(credential.id(), "PT0S"));
            return there -> refuses(there, credential) && admits(there, rotated);
        }
    },
    DELETE("delete: refused") {
        @Override
        Predicate<TestRealm> make(TestRealm here, ClientCredentials credential, String token) {
            here.credentials().delete(credential.id()).expect(204);
            return there -> refuses(there, credential);
        }
    },
    REVOKE("revoke a token: not active") {
        @Override
        Predicate<TestRealm> make(TestRealm here, ClientCredentials credential, String token) {
            here.tokenEndpoint().revoke(token, credential).expect(200);
            return there -> !there.isActive(token);
        }
    },
    DISABLE_AND_REVOKE("disable and revoke: not active") {
        @Override
        Predicate<TestRealm> make(TestRealm here, ClientCredentials credential, String token) {
            here.credentials().disableAndRevoke(credential.id()).expect(200);
            return there -> !there.isActive(token);
        }
    },
    ADDRESSES("another list of addresses: refused") {
        @Override
        Predicate<TestRealm> make(TestRealm here, ClientCredentials credential, String token) {
            ObjectNode elsewhere = CredentialRequests.of("wallets", "127.0.0.2");
            elsewhere.remove("permissionSet");
            CredentialRequests.grant(elsewhere, "balances", "read", "org");
            here.credentials().update(credential.id(), elsewhere).expect(200);
            return there -> refuses(there, credential);
        }
    },
    SETTING("the lifespan of tokens in a realm: in a new token") {
        @Override
        Predicate<TestRealm> make(TestRealm here, ClientCredentials credential, String token) {
            int lifespan = LIFESPANS.getAndIncrement();
            here.credentials()
                    .changeSettings("{\"tokenLifespan\":" + lifespan + "}")
                    .expect(200);
            return there -> there.tokenEndpoint()
                            .request(credential)
                            .expect(200)
                            .json()
                            .path("expires_in")
                            .asInt()
                    == lifespan;
        }
    };

    private static final AtomicInteger LIFESPANS = new AtomicInteger(600);

    private final String text;

    Change(String text) {
        this.text = text;
    }

    /** Makes it, on a node at which it is answered as done; the result tells whether it counts on a node. */
    abstract Predicate<TestRealm> make(TestRealm here, ClientCredentials credential, String token);

    @Override
    public String toString() {
        return text;
    }

    static boolean refuses(TestRealm there, ClientCredentials credential) {
        return there.tokenEndpoint().request(credential).status() == 401;
    }

    static boolean admits(TestRealm there, ClientCredentials credential) {
        return there.tokenEndpoint().request(credential).status() == 200;
    }
}
