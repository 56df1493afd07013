/** Instants and durations as they are written in requests, options and attributes. */
@NullMarked
package io.apicredentials.time;

import org.jspecify.annotations.NullMarked;
