/** What is wrong with something that somebody asked for: a stable code, one sentence, and the place. */
@NullMarked
package io.apicredentials.problem;

import org.jspecify.annotations.NullMarked;
