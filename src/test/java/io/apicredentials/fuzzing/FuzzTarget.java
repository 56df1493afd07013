package io.apicredentials.fuzzing;

import io.apicredentials.keycloak.admin.RequestBodies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Everything that reads what others write, and good inputs to begin with. */
@SuppressWarnings("ImmutableEnumChecker") // the fields are what the constants are written with
public enum FuzzTarget {
    RANGE(
            TextTargets::range,
            TextReaders::range,
            "203.0.113.7",
            "198.51.100.0/24",
            "0.0.0.0/0",
            "255.255.255.255/32",
            "10.0.0.1/8"),
    ALLOW_LIST(
            TextTargets::allowList,
            TextReaders::allowList,
            "203.0.113.7;203.0.113.7",
            "203.0.113.7,198.51.100.0/24,10.0.0.0/8,192.0.2.1,192.0.2.2,192.0.2.3/32;10.9.8.7",
            "0.0.0.0/0;2001:db8::1"),
    PEER(
            TextTargets::peer,
            TextReaders::peer,
            "203.0.113.7",
            "::ffff:203.0.113.7",
            "2001:db8:0:1:2:3:4:5",
            "fe80::1%eth0",
            "1:2:3:4:5:6:1.2.3.4"),
    X_FORWARDED_FOR(
            TextTargets::xForwardedFor,
            TextReaders::xForwardedFor,
            "0203.0.113.7",
            "1198.51.100.1, 203.0.113.7:443, [2001:db8::1]:443",
            "2unknown\n_hidden, ::ffff:203.0.113.7\n10.0.0.1"),
    FORWARDED(
            TextTargets::forwarded,
            TextReaders::forwarded,
            "0for=203.0.113.7",
            "1by=10.0.0.9;for=198.51.100.1;host=\"a;b, c\";proto=https, For=\"[2001:db8::1]:443\"",
            "2for=unknown\nfor=_hidden;x=\"\", for=\"203.0.113.7:443\"\nfor=10.0.0.1"),
    PERMISSIONS(
            TextTargets::permissions,
            TextReaders::permissions,
            "balances:read:vault:7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11",
            "vault:create:org:* key:read:key:a:b.c_d-E balances:read:org:*"),
    SECRET(
            TextTargets::secret,
            TextReaders::secret,
            "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4",
            "kac_QaGcO4RPnYWy6XoxkWayGc0gsoDvReNcmjFMUnWL1Nk469kNN",
            "kac_sbx_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf0ARP2v",
            "kac_prd_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf4C28w4"),
    STORED_HASH(
            TextTargets::storedHash,
            TextReaders::storedHash,
            "v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWvY"),
    STORED_SECRETS(
            LifeTargets::storedSecrets,
            TextReaders::storedSecrets,
            LifeTargets.HASH,
            LifeTargets.HASH + ";environment=sandbox;created=2026-03-01T12:00:00Z",
            LifeTargets.OTHER_HASH + ";created=2026-03-01T12:00:00Z " + LifeTargets.HASH
                    + ";ends=2026-03-08T12:00:00.5Z",
            LifeTargets.OTHER_HASH + " " + LifeTargets.HASH
                    + ";environment=production;created=2026-03-01T12:00:00Z;ended=2026-03-08T12:00:00Z"),
    LINK_TOKEN(
            LifeTargets::linkToken,
            TextReaders::linkToken,
            "N2UwZjhjMWEtNWE3Yy00ZDFlLTlhNTMtMGM4YzdhMWYyYjEx.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            "AA.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            ".AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"),
    STORED_LINK(
            LifeTargets::storedLink,
            TextReaders::storedLink,
            LifeTargets.LINK + "overlap=PT0S;bound=false;by=11111111-2222-3333-4444-555555555555",
            LifeTargets.LINK + "overlap=PT168H;bound=true;by=f%3Ald%3Ba%3Db;replaces=abc"
                    + ";picked-up=2026-03-01T13:00:00Z;from=203.0.113.7"),
    CREATION(FuzzTarget::creation, RequestBodies::acceptsCreation, true, Requests.SHORT, Requests.LONG),
    UPDATE(FuzzTarget::update, RequestBodies::acceptsUpdate, true, Requests.UPDATE, Requests.LONG),
    QUESTION(
            FuzzTarget::question,
            RequestBodies::acceptsQuestion,
            false,
            "{\"address\":\"203.0.113.7\"}",
            "{\"address\":\"2001:db8::1\",\"at\":\"2026-03-01T12:00:00+01:00\",\"secret\":\"kac_0\"}");

    private final Consumer<byte[]> check;
    private final Consumer<byte[]> reader;
    private final boolean slow;
    private final List<String> seeds;

    FuzzTarget(Consumer<String> check, Consumer<String> reader, String... seeds) {
        this(ofText(check), ofText(reader), false, seeds);
    }

    FuzzTarget(Consumer<byte[]> check, Consumer<byte[]> reader, boolean slow, String... seeds) {
        this.check = check;
        this.reader = reader;
        this.slow = slow;
        this.seeds = List.of(seeds);
    }

    private static Consumer<byte[]> ofText(Consumer<String> consumer) {
        return bytes -> consumer.accept(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Fails unless all that must hold for this input does. */
    public void check(byte[] input) {
        check.accept(input);
    }

    /** Lets the product read it, and compares nothing. */
    void read(byte[] input) {
        reader.accept(input);
    }

    /** Good inputs, from which others are made. */
    List<String> seeds() {
        return seeds;
    }

    /** Whether an input takes some ten times longer than those of others. */
    boolean isSlow() {
        return slow;
    }

    private static void creation(byte[] body) {
        TextTargets.same(
                RequestReference.accepts(body),
                RequestBodies.acceptsCreation(body),
                new String(body, StandardCharsets.UTF_8));
    }

    private static void update(byte[] body) {
        sameAsJson(body, RequestBodies.acceptsUpdate(body));
    }

    private static void question(byte[] body) {
        sameAsJson(body, RequestBodies.acceptsQuestion(body));
    }

    private static void sameAsJson(byte[] body, boolean accepted) {
        TextTargets.same(
                accepted, accepted && JsonReference.object(body).isPresent(), new String(body, StandardCharsets.UTF_8));
    }

    private static final class Requests {

        private static final String SHORT =
                "{\"permissionSet\":\"monitoring\",\"name\":\"Audit\",\"allowedIps\":[\"0.0.0.0/0\"]}";
        private static final String LONG =
                "{\"permissionSet\":\"wallets\",\"name\":\"Treasury\",\"description\":\"Reads b\\u00e4lances\","
                        + "\"allowedIps\":[\"203.0.113.7\",\"198.51.100.0/24\"],\"permissions\":[{\"type\":\"balances\",\"action\":\"read\","
                        + "\"scope\":\"vault\",\"resource\":\"7e0f8c1a\"}, {\"type\":\"key\",\"action\":\"create\",\"scope\":\"org\"}]}";
        private static final String UPDATE =
                "{\"id\":\"7351ea3d\",\"clientId\":\"apicred-1\",\"enabled\":true,\"name\":\"Treasury\","
                        + "\"allowedIps\":[\"203.0.113.7\"],\"permissions\":[{\"type\":\"vault\",\"action\":\"read\",\"scope\":\"org\"}]}";
    }
}
