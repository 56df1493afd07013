package io.apicredentials.it.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.util.function.Consumer;
import java.util.function.Function;

/** An edit of what is stored of the secrets or the link of a credential, of which a plain one has too little. */
@SuppressWarnings("ImmutableEnumChecker") // the fields are what the constants are written with
enum StoredEdit {
    LINK_ADDED("a link, where there is none", StoredEdit::plain, StoredEdit.LINK, stored -> StoredEdit.OTHER_LINK),
    LINK_REPLACED("another link", StoredEdit::offered, StoredEdit.LINK, stored -> StoredEdit.OTHER_LINK),
    LINK_EXTENDED(
            "a link that works for longer",
            StoredEdit::offered,
            StoredEdit.LINK,
            stored -> stored.replaceFirst("expires=\\d{4}", "expires=2099")),
    LINK_OPENED_AGAIN(
            "a used link, open again",
            StoredEdit::pickedUp,
            StoredEdit.LINK,
            stored -> stored.replaceFirst(";picked-up=.*", "")),
    SECRET_EXTENDED(
            "a replaced secret that works for longer",
            realm -> rotated(realm, "P1D"),
            StoredEdit.SECRETS,
            stored -> stored.replaceFirst("ends=\\d{4}", "ends=2099")),
    SECRET_BROUGHT_BACK(
            "an ended secret, brought back",
            realm -> rotated(realm, "PT0S"),
            StoredEdit.SECRETS,
            stored -> stored.replaceFirst("ended=\\d{4}", "ends=2099")),
    SECRET_REMOVED(
            "the first secret alone, after a rotation",
            realm -> rotated(realm, "P1D"),
            StoredEdit.SECRETS,
            stored -> stored.replaceFirst("^\\S+ ([^ ;]+)\\S*$", "$1"));

    private static final String LINK = "api.credential.delivery";
    private static final String SECRETS = "api.credential.secret-hash";
    private static final String OTHER_LINK = "v1;token=SVM0YVFH2eqxv_ZpvMVwZbRyTY6j1sfQ0KN9Mq3hJkE;"
            + "expires=2099-03-02T12:00:00Z;overlap=PT0S;bound=false;by=somebody";

    private final String title;
    private final Function<TestRealm, ClientCredentials> given;
    private final String attribute;
    private final Function<String, String> edit;

    StoredEdit(
            String title,
            Function<TestRealm, ClientCredentials> given,
            String attribute,
            Function<String, String> edit) {
        this.title = title;
        this.given = given;
        this.attribute = attribute;
        this.edit = edit;
    }

    /** What it does, for the matrix. */
    String title() {
        return title;
    }

    /** A credential of which it can be tried. */
    ClientCredentials credential(TestRealm realm) {
        return given.apply(realm);
    }

    /** The edit of that credential's client, as it was read. */
    Consumer<ObjectNode> of(ObjectNode present) {
        String stored = present.path("attributes").path(attribute).asText();
        String edited = edit.apply(stored);
        if (edited.equals(stored)) {
            throw new AssertionError(this + " changes nothing of " + stored);
        }
        return client -> client.withObject("/attributes").put(attribute, edited);
    }

    private static ClientCredentials plain(TestRealm realm) {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private static ClientCredentials offered(TestRealm realm) {
        ClientCredentials credential = plain(realm);
        SecretLink.rotate(realm, credential.id(), request -> {});
        return credential;
    }

    private static ClientCredentials pickedUp(TestRealm realm) {
        return SecretLink.create(realm, "127.0.0.1", request -> {}).pickUp();
    }

    private static ClientCredentials rotated(TestRealm realm, String overlap) {
        return ClientCredentials.of(realm.credentials().rotate(plain(realm).id(), overlap));
    }

    @Override
    public String toString() {
        return title;
    }
}
