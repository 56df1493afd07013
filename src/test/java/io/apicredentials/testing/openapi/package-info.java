/** What the document of the API says, and whether requests and answers are so. */
@NullMarked
package io.apicredentials.testing.openapi;

import org.jspecify.annotations.NullMarked;
