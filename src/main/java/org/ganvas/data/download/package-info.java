/**
 * Download of well-known datasets from the network, only at the user's request. The JDK is the only library. Used by the
 * downloading thread, which the caller starts.
 */
@NullMarked
package org.ganvas.data.download;

import org.jspecify.annotations.NullMarked;
