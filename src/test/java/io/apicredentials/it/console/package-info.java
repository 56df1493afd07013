/** The admin console in a real browser, against a real Keycloak. */
@NullMarked
package io.apicredentials.it.console;

import org.jspecify.annotations.NullMarked;
