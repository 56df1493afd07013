/** Credentials as JSON: what answers and events say of them, and how a request is read. */
@NullMarked
package io.apicredentials.keycloak.json;

import org.jspecify.annotations.NullMarked;
