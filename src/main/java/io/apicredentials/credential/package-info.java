/** The API credential itself, the rules for its content, and the one decision whether it may be used. */
@NullMarked
package io.apicredentials.credential;

import org.jspecify.annotations.NullMarked;
