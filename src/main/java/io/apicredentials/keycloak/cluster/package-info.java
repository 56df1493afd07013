/** What a cluster has lost when its nodes could not reach each other for a time. */
@NullMarked
package io.apicredentials.keycloak.cluster;

import org.jspecify.annotations.NullMarked;
