/** What is in the folder deploy is read by the programs that it is for, and agrees with the rest of the project. */
@NullMarked
package io.apicredentials.deploy;

import org.jspecify.annotations.NullMarked;
