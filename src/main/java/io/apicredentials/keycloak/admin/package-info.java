/** The admin REST resource {@code api-credentials}. */
@NullMarked
package io.apicredentials.keycloak.admin;

import org.jspecify.annotations.NullMarked;
