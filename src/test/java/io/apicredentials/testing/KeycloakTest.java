package io.apicredentials.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs a Keycloak with our provider: its methods and its constructor may take a {@link
 * KeycloakServer}, one for all tests, and a {@link TestRealm}, one for this class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(KeycloakExtension.class)
public @interface KeycloakTest {

    /** What is different in the realm of this class. */
    Class<? extends RealmChange> realm() default RealmChange.None.class;

    /** What is different in the server of this class; by default it is the one that all share. */
    Class<? extends ServerChange> server() default ServerChange.None.class;
}
