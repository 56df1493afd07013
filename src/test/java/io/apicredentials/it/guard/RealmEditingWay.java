package io.apicredentials.it.guard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.TestRealm;
import java.util.function.Consumer;

/** A way in which Keycloak lets a realm be edited. */
enum RealmEditingWay {
    ADMIN_API("") {
        @Override
        ObjectNode edit(TestRealm realm) {
            ObjectNode edit = JsonNodeFactory.instance.objectNode();
            return edit.set("attributes", present(realm).path("attributes"));
        }
    },
    CONSOLE("ui-ext") {
        @Override
        ObjectNode edit(TestRealm realm) {
            return present(realm);
        }
    },
    WHOLE_REALM("") {
        @Override
        ObjectNode edit(TestRealm realm) {
            return present(realm);
        }
    };

    private final String path;

    RealmEditingWay(String path) {
        this.path = path;
    }

    abstract ObjectNode edit(TestRealm realm);

    Answer send(TestRealm realm, Consumer<ObjectNode> change) {
        ObjectNode edit = edit(realm);
        change.accept(edit.withObject("/attributes"));
        return realm.admin().put(path, edit);
    }

    /** The realm as it is. */
    static ObjectNode present(TestRealm realm) {
        return (ObjectNode) realm.admin().get("").expect(200).json();
    }
}
