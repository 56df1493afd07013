/** Counts of the uses of credentials: by credential, outcome, hour, secret and address, within bounds. */
@NullMarked
package io.apicredentials.usage;

import org.jspecify.annotations.NullMarked;
