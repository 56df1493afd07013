/**
 * Inputs made of random changes, for everything that reads what others write. Each target compares the product with a
 * second implementation, written here in another way, and must throw nothing but what is declared.
 * The work must grow with an input as slowly as the input.
 */
@NullMarked
package io.apicredentials.fuzzing;

import org.jspecify.annotations.NullMarked;
