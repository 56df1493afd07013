/** Client secrets: made, hashed and compared, never printed. */
@NullMarked
package io.apicredentials.secret;

import org.jspecify.annotations.NullMarked;
