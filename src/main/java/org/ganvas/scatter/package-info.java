/**
 * Scatter plots of 2-D points as pixels, for the window and for files alike. Pure arithmetic over int[] and float[]
 * without any toolkit, so both show the same.
 */
@NullMarked
package org.ganvas.scatter;

import org.jspecify.annotations.NullMarked;
