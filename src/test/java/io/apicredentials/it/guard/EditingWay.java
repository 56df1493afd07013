package io.apicredentials.it.guard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import java.util.function.Consumer;

/** A way of Keycloak's own by which a client can be edited, or one can be brought in. */
enum EditingWay {
    /** The admin REST API, with nothing but what changes. */
    ADMIN_API(false) {
        @Override
        Answer send(TestRealm realm, ObjectNode present, Consumer<ObjectNode> change) {
            ObjectNode edit = JsonNodeFactory.instance
                    .objectNode()
                    .put("clientId", present.path("clientId").asText());
            change.accept(edit);
            return client(realm, present).put("", edit);
        }
    },
    /** The admin REST API as the console uses it: with everything it has read. */
    CONSOLE(false) {
        @Override
        Answer send(TestRealm realm, ObjectNode present, Consumer<ObjectNode> change) {
            return client(realm, present).put("", changed(present, change));
        }
    },
    PARTIAL_IMPORT_OVERWRITE(false) {
        @Override
        Answer send(TestRealm realm, ObjectNode present, Consumer<ObjectNode> change) {
            return partialImport(realm, "OVERWRITE", changed(present, change));
        }
    },
    PARTIAL_IMPORT_FAIL(true) {
        @Override
        Answer send(TestRealm realm, ObjectNode present, Consumer<ObjectNode> change) {
            return partialImport(realm, "FAIL", changed(present, change));
        }
    },
    PARTIAL_IMPORT_SKIP(true) {
        @Override
        Answer send(TestRealm realm, ObjectNode present, Consumer<ObjectNode> change) {
            return partialImport(realm, "SKIP", changed(present, change));
        }
    },
    CREATION(true) {
        @Override
        Answer send(TestRealm realm, ObjectNode present, Consumer<ObjectNode> change) {
            return realm.admin().post("clients", changed(present, change));
        }
    },
    REGISTRATION(false) {
        @Override
        Answer send(TestRealm realm, ObjectNode present, Consumer<ObjectNode> change) {
            return realm.admin(Person.OWNER)
                    .elsewhere(realm.url() + "/clients-registrations/default")
                    .put(present.path("clientId").asText(), changed(present, change));
        }
    };

    private final boolean bringsNew;

    EditingWay(boolean bringsNew) {
        this.bringsNew = bringsNew;
    }

    /** Whether a credential comes in by this way, instead of being edited. */
    boolean bringsNew() {
        return bringsNew;
    }

    /** Edits a client that was read before, or brings in a changed one. */
    abstract Answer send(TestRealm realm, ObjectNode present, Consumer<ObjectNode> change);

    /** The representation under a name that no client has. */
    static ObjectNode unknown(ObjectNode client) {
        ObjectNode unknown = client.deepCopy().put("clientId", "apicred-" + UUID.randomUUID());
        unknown.remove("id");
        return unknown;
    }

    static AdminClient client(TestRealm realm, ObjectNode present) {
        return realm.admin().below("clients/" + present.path("id").asText());
    }

    private static ObjectNode changed(ObjectNode present, Consumer<ObjectNode> change) {
        ObjectNode changed = present.deepCopy();
        change.accept(changed);
        return changed;
    }

    private static Answer partialImport(TestRealm realm, String ifResourceExists, ObjectNode client) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("ifResourceExists", ifResourceExists);
        content.putArray("clients").add(client);
        return realm.admin().post("partialImport", content);
    }
}
