/** A real Keycloak server for tests and demonstrations, and clients for the endpoints that we add to it. */
@NullMarked
package io.apicredentials.testing;

import org.jspecify.annotations.NullMarked;
