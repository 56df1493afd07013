/** What a realm demands of its credentials, and which of them do not comply. */
@NullMarked
package io.apicredentials.policy;

import org.jspecify.annotations.NullMarked;
