/** Way in: the page that hands a secret over to somebody who has a link. */
@NullMarked
package io.apicredentials.keycloak.delivery;

import org.jspecify.annotations.NullMarked;
