/** What the recorded uses of a credential suggest: a narrower list of addresses, and a secret that nobody needs. */
@NullMarked
package io.apicredentials.suggestion;

import org.jspecify.annotations.NullMarked;
