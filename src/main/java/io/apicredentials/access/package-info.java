/** The one decision whether a credential may be used. */
@NullMarked
package io.apicredentials.access;

import org.jspecify.annotations.NullMarked;
