/** Which realms' administrators get the admin console with the section for API credentials. */
@NullMarked
package io.apicredentials.keycloak.console;

import org.jspecify.annotations.NullMarked;
