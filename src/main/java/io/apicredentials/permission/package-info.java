/** What may be granted: permissions, the permission sets and their catalogue. */
@NullMarked
package io.apicredentials.permission;

import org.jspecify.annotations.NullMarked;
