/** What a realm may declare as its permission sets: drafts of sets, and the rules for them. */
@NullMarked
package io.apicredentials.catalogue;

import org.jspecify.annotations.NullMarked;
