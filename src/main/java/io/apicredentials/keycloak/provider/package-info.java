/** What this server was told at its start, and what is done then: an SPI of our own, with one provider. */
@NullMarked
package io.apicredentials.keycloak.provider;

import org.jspecify.annotations.NullMarked;
