/** The content of an API credential with the rules for it, and its state. */
@NullMarked
package io.apicredentials.credential;

import org.jspecify.annotations.NullMarked;
