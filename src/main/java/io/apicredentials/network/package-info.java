/** Who may connect: IPv4 ranges and the allow-list made of them. */
@NullMarked
package io.apicredentials.network;

import org.jspecify.annotations.NullMarked;
