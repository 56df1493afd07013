/** What the owner of a credential is told, when, and what was told already; and when a credential counts as unused. */
@NullMarked
package io.apicredentials.notice;

import org.jspecify.annotations.NullMarked;
