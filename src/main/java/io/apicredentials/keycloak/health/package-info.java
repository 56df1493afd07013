/** Whether credentials can be used at present, and what administrators should know about them. */
@NullMarked
package io.apicredentials.keycloak.health;

import org.jspecify.annotations.NullMarked;
