/** Way out: what is answered when the database or other nodes cannot be reached. */
@NullMarked
package io.apicredentials.keycloak.failure;

import org.jspecify.annotations.NullMarked;
