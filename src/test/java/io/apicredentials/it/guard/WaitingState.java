package io.apicredentials.it.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;

/** What a credential is, in a realm where everything waits for approval, when somebody edits it in one of Keycloak's ways. */
enum WaitingState {
    IN_FORCE {
        @Override
        String credential(TestRealm realm) {
            return AwaitedCredential.inForce(realm).id();
        }
    },
    DISABLED {
        @Override
        String credential(TestRealm realm) {
            String id = IN_FORCE.credential(realm);
            realm.credentials().disable(id).expect(200);
            return id;
        }
    },
    /** Another name of it waits. */
    ASKED {
        @Override
        String credential(TestRealm realm) {
            String id = IN_FORCE.credential(realm);
            AwaitedCredential.askForName(realm, id, "Another name").expect(202);
            return id;
        }
    },
    /** Its creation waits. */
    NEW {
        @Override
        String credential(TestRealm realm) {
            return AwaitedCredential.asked(realm).path("id").asText();
        }
    },
    /** Its creation was asked for and then not wanted. */
    WITHDRAWN {
        @Override
        String credential(TestRealm realm) {
            JsonNode asked = AwaitedCredential.asked(realm);
            realm.approvals(Person.ADMINISTRATOR)
                    .withdraw(AwaitedCredential.request(asked))
                    .expect(204);
            return asked.path("id").asText();
        }
    };

    /** Makes one; its internal id. */
    abstract String credential(TestRealm realm);
}
