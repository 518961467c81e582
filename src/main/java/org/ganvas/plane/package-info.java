/**
 * The drawing board: points of the plane as pixels, for the window and for files alike. Pure arithmetic over int[] and
 * float[], without any toolkit, so that both show the same; any thread.
 */
@NullMarked
package org.ganvas.plane;

import org.jspecify.annotations.NullMarked;
