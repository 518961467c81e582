/**
 * Datasets and what all readers of them share, and the program's only source of randomness. Nothing here depends on
 * networks or windows; the JDK is the only library. Datasets are immutable once built and may be read from any thread.
 */
@NullMarked
package org.ganvas.data;

import org.jspecify.annotations.NullMarked;
