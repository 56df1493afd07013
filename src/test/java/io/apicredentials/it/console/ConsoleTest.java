package io.apicredentials.it.console;

import io.apicredentials.testing.KeycloakTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goes with {@link KeycloakTest} on a class whose methods use the console: they may take {@link Consoles}. At the end of
 * each method nothing may have gone wrong in a browser that the method did not expect.
 *
 * <p>Skipped, with a word on standard error, where there is no browser or no console in the JAR; with {@code
 * -Dbrowser.required=true} that is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ConsoleExtension.class)
@interface ConsoleTest {}
