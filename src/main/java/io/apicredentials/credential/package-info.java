/** The API credential itself, and the rules for its content. */
@NullMarked
package io.apicredentials.credential;

import org.jspecify.annotations.NullMarked;
