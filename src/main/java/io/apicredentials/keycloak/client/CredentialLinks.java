package io.apicredentials.keycloak.client;

import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryDecision;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.delivery.DeliveryVisit;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.secret.ClientSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Makes the links at which secrets are picked up, and the secrets when they are; what is stored of each is a hash. */
public record CredentialLinks(RealmModel realm) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Makes a link; one that was made before works no more.
     *
     * @param overlap for how long the present secret goes on being accepted after the pick-up
     * @param requestedBy the user id of the administrator who wants it
     * @return its token in clear, which exists nowhere else
     */
    public DeliveryToken make(
            ClientModel client, DeliveryTerms terms, Duration overlap, String requestedBy, Instant now) {
        DeliveryToken token = newToken(client);
        Optional<String> newest = StoredCredential.of(client).delivery().newestSecret();
        Delivery delivery = Delivery.open(token, terms, overlap, newest, requestedBy, now);
        CredentialAttribute.DELIVERY.write(client, delivery);
        CredentialClients.touch(client, now);
        return token;
    }

    /** Notes that the first secret of a credential is still to be made, and not by a link. */
    public static void awaitFirstSecret(ClientModel client, Instant now) {
        CredentialAttribute.DELIVERY.write(client, Delivery.none(newToken(client), now));
    }

    private static DeliveryToken newToken(ClientModel client) {
        byte[] random = new byte[DeliveryToken.RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return DeliveryToken.of(client.getId(), random);
    }

    /** What a visit of the last link of a credential comes to. */
    public DeliveryDecision decide(ClientModel client, DeliveryVisit visit) {
        Duration longestOverlap = new RealmSettings(realm).policy().longestOverlap();
        return StoredCredential.of(client).delivery().decide(visit, longestOverlap);
    }

    /**
     * Takes the link back, unless it was used: a second visit is told so. Visitors find nothing, as if there never was one.
     * Where it was to bring the first secret, one that nobody knows and that has ended says that this is still to be made.
     */
    public static void withdraw(ClientModel client, Instant now) {
        StoredCredential credential = StoredCredential.of(client);
        credential.delivery().link().filter(link -> link.pickUp().isEmpty()).ifPresent(link -> {
            CredentialAttribute.DELIVERY.write(
                    client,
                    credential.awaitsFirstSecret()
                            ? Optional.of(link.withdrawn(newToken(client), now))
                            : Optional.empty());
            CredentialClients.touch(client, now);
        });
    }

    /**
     * Makes the secret of an open link, and notes that it was picked up.
     *
     * @return the secret in clear, which exists nowhere else; empty while the credential has as many as it may have
     */
    public Optional<ClientSecret> pickUp(ClientModel client, Delivery open, DeliveryVisit visit) {
        Optional<ClientSecret> secret = new CredentialSecrets(realm).rotate(client, open.overlap(), visit.at());
        if (secret.isPresent()) {
            CredentialAttribute.DELIVERY.write(client, open.pickedUp(visit));
        }
        return secret;
    }
}
