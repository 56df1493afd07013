/** What a realm says about its API credentials, and the things in it that all of them depend on. */
@NullMarked
package io.apicredentials.keycloak.settings;

import org.jspecify.annotations.NullMarked;
