/** What can be done with credentials, whoever asks for it: a class for each use case, without HTTP. */
@NullMarked
package io.apicredentials.keycloak.manage;

import org.jspecify.annotations.NullMarked;
