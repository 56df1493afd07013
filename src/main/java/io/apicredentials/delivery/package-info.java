/** Handing a secret over by a link that works once: tokens, what is stored of a link, and what a visit comes to. */
@NullMarked
package io.apicredentials.delivery;

import org.jspecify.annotations.NullMarked;
