/** Digests of content: the one way in which it is written, and what is made of that. */
@NullMarked
package io.apicredentials.digest;

import org.jspecify.annotations.NullMarked;
