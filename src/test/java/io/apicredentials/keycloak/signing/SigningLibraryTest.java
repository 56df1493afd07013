package io.apicredentials.keycloak.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With a provider of the JDK as the library. */
class SigningLibraryTest {

    private static final byte[] DATA = {1, 2, 3};
    private static final SigningLibrary.Form AS_IT_IS = signature -> signature;

    private final SigningLibrary library = new SigningLibrary(Security.getProvider("SunEC"));

    @Test
    void signs() throws GeneralSecurityException {
        KeyPair pair = keyPair();
        PrivateKey own = library.own(pair.getPrivate(), key -> true).orElseThrow();

        byte[] signature = library.sign(own, "SHA256withECDSA", DATA, AS_IT_IS);

        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(pair.getPublic());
        verifier.update(DATA);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void makesItsFormOfAKeyOnceAndTriesItOnce() throws GeneralSecurityException {
        PrivateKey key = keyPair().getPrivate();
        AtomicInteger trials = new AtomicInteger();

        PrivateKey first = library.own(key, own -> trials.incrementAndGet() > 0).orElseThrow();
        PrivateKey second =
                library.own(key, own -> trials.incrementAndGet() > 0).orElseThrow();

        assertThat(second).isSameAs(first);
        assertThat(trials).hasValue(1);
    }

    @Test
    void neverSignsWithAKeyThatHasFailed() throws GeneralSecurityException {
        PrivateKey key = keyPair().getPrivate();

        assertThat(library.own(key, own -> false)).isEmpty();
        assertThat(library.own(key, own -> true)).isEmpty();
    }

    @Test
    void cannotSignWithAKeyThatDoesNotLeaveItsHardware() {
        assertThat(library.own(new HardwareKey(null), own -> true)).isEmpty();
    }

    @Test
    void cannotSignWithWhatIsNoKeyToIt() {
        assertThat(library.own(new HardwareKey(DATA), own -> true)).isEmpty();
    }

    @Test
    void triesAKeyAsItIsOfWhichItHasNoForm() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();

        assertThat(library.own(key, own -> true)).contains(key);
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> library.sign(key, "SHA256withRSA", DATA, AS_IT_IS));
    }

    @Test
    void neverSignsAgainWithAKeyThatWasGivenUp() throws GeneralSecurityException {
        PrivateKey key = keyPair().getPrivate();
        library.own(key, own -> true);

        library.giveUp(key);

        assertThat(library.own(key, own -> true)).isEmpty();
    }

    @Test
    void saysOfWhateverIsThrownThatItCannotSign() throws GeneralSecurityException {
        PrivateKey key = keyPair().getPrivate();
        SigningLibrary broken = new SigningLibrary(new BrokenProvider());

        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> broken.sign(key, BrokenProvider.ALGORITHM, DATA, AS_IT_IS))
                .withCauseInstanceOf(ProviderException.class);
    }

    @Test
    void saysOfWhatIsNoSignatureThatItCannotSign() throws GeneralSecurityException {
        PrivateKey key = keyPair().getPrivate();

        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> library.sign(key, "SHA256withECDSA", DATA, signature -> {
                    throw new ClassCastException("this is not a sequence of two numbers");
                }))
                .withCauseInstanceOf(ClassCastException.class);
    }

    /** As native code does when its library is of another version. */
    private static final class BrokenProvider extends Provider {

        private static final String ALGORITHM = "Broken";
        private static final long serialVersionUID = 1;

        BrokenProvider() {
            super("Broken", "1", "throws");
            putService(new Service(this, "Signature", ALGORITHM, "none", null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    throw new ProviderException("the native code does not answer");
                }
            });
        }
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** As the JDK shows a key of a PKCS #11 device: it has a name and no content. */
    private static final class HardwareKey implements PrivateKey {

        private static final long serialVersionUID = 1;

        private final byte @Nullable [] content;

        HardwareKey(byte @Nullable [] content) {
            this.content = content;
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return content;
        }
    }
}
