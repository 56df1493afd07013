package io.apicredentials.it.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.delivery.DeliveryText;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A credential with a link of a time gone by, as it comes into a realm with the file of another one. */
final class BroughtIn {

    private BroughtIn() {}

    /**
     * One that waits for its first secret, with a link that was made some time ago for an hour.
     *
     * @param attributes changes the attributes of its client
     */
    static SecretLink withLink(TestRealm realm, Duration age, Consumer<ObjectNode> attributes) {
        SecretLink model = SecretLink.create(realm, "127.0.0.1", request -> {});
        String id = UUID.randomUUID().toString();
        DeliveryToken token = DeliveryToken.of(id, new byte[DeliveryToken.RANDOM_BYTES]);
        Delivery delivery = Delivery.open(
                token,
                new DeliveryTerms(Duration.ofHours(1), false),
                Duration.ZERO,
                Optional.empty(),
                "somebody",
                Instant.now().minus(age));
        ObjectNode client = (ObjectNode) realm.admin()
                .get("clients/" + model.credential().id())
                .expect(200)
                .json();
        client.put("id", id).put("clientId", "apicred-" + id);
        ObjectNode stored = (ObjectNode) client.path("attributes");
        stored.put("api.credential.delivery", DeliveryText.encode(delivery));
        attributes.accept(stored);
        realm.admin().post("clients", client).expect(201);
        return new SecretLink(new ClientCredentials(id, "apicred-" + id, ""), model.url(), model.http())
                .withToken(token.reveal());
    }
}
