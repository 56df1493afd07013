/** What the admin API costs in a realm with very many credentials: {@code mvn -Pbenchmark verify -Dbenchmark.listing}. */
@NullMarked
package io.apicredentials.benchmark.listing;

import org.jspecify.annotations.NullMarked;
