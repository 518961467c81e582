/**
 * The pantry: data sets, their readers and the built-in generators, and the one source of randomness. Nothing here
 * knows of networks or windows; the JDK is all it uses. Data sets are immutable once built and may be read from any
 * thread.
 */
@NullMarked
package org.ganvas.data;

import org.jspecify.annotations.NullMarked;
