/** Records of changes, and the chain that shows when somebody has changed them afterwards. */
@NullMarked
package io.apicredentials.audit;

import org.jspecify.annotations.NullMarked;
