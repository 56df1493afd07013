package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.secret.SecretHash;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Makes, rotates and stores the secrets of credentials; what is stored of each is a hash. */
public final class CredentialSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RealmModel realm;

    public CredentialSecrets(RealmModel realm) {
        this.realm = realm;
    }

    /** The secret of a new credential, in clear, which exists nowhere else. */
    public ClientSecret createFirst(ClientModel client) {
        ClientSecret secret = newSecret();
        KnownSecret first = KnownSecret.first(hash(secret), secret.environment());
        CredentialAttribute.SECRETS.write(client, KnownSecrets.of(first));
        return secret;
    }

    /**
     * Gives a credential a new secret; the first one, if that was to be picked up and was not.
     *
     * @param overlap for how long the present one goes on being accepted
     * @return the new one in clear, which exists nowhere else; empty while two are accepted
     * @throws IllegalStateException if what is stored of the secrets cannot be read
     */
    public Optional<ClientSecret> rotate(ClientModel client, Duration overlap, Instant now) {
        ClientSecret next = newSecret();
        Instant made = now.truncatedTo(ChronoUnit.SECONDS);
        Optional<KnownSecrets> rotated = StoredCredential.of(client).awaitsFirstSecret()
                ? Optional.of(KnownSecrets.of(
                        new KnownSecret(hash(next), next.environment(), Optional.of(made), Optional.empty(), false)))
                : stored(client).rotated(hash(next), next.environment(), overlap, made);
        rotated.ifPresent(secrets -> store(client, secrets, now));
        return rotated.map(secrets -> next);
    }

    /** Stores what became of the secrets of a credential. */
    public static void store(ClientModel client, KnownSecrets secrets, Instant now) {
        CredentialAttribute.SECRETS.write(client, secrets);
        CredentialClients.touch(client, now);
    }

    private static KnownSecrets stored(ClientModel client) {
        return StoredCredential.of(client)
                .secrets()
                .orElseThrow(() -> new IllegalStateException("the secrets cannot be read"));
    }

    private ClientSecret newSecret() {
        return ClientSecret.of(new RealmSettings(realm).environment(), random(ClientSecret.RANDOM_BYTES));
    }

    private static SecretHash hash(ClientSecret secret) {
        return SecretHash.of(secret, random(SecretHash.SALT_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
