/**
 * Fetches the well-known data sets from the network, only when a person asks for it. The JDK only. Used by the thread that
 * downloads; nothing here starts one.
 */
@NullMarked
package org.ganvas.data.download;

import org.jspecify.annotations.NullMarked;
