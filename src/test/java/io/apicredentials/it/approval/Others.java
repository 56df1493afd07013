package io.apicredentials.it.approval;

import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;

/** The others who may decide on one request of the administrator of a realm where rotations wait. */
record Others(TestRealm realm, String request) {

    static Others in(TestRealm realm) {
        String credential = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
        String request = realm.credentials(Person.ADMINISTRATOR)
                .rotate(credential, "PT0S")
                .expect(202)
                .json()
                .at("/pending/id")
                .asText();
        return new Others(realm, request);
    }

    /** How many there are at present. */
    int count() {
        return realm.approvals(Person.ADMINISTRATOR)
                .get(request)
                .expect(200)
                .json()
                .path("approvers")
                .asInt();
    }
}
