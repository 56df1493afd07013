/** Way out: what is answered when the database cannot be reached. */
@NullMarked
package io.apicredentials.keycloak.failure;

import org.jspecify.annotations.NullMarked;
