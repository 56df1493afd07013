/** Requests to change a credential that wait until others have approved exactly that change. */
@NullMarked
package io.apicredentials.approval;

import org.jspecify.annotations.NullMarked;
