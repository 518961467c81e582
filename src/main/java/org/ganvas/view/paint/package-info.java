/**
 * From floats to pixels: pictures are scaled into one buffer, which the screen shows one to one, because
 * every scaling by the toolkit blurs. Pure arithmetic, and one region that shows the result on the FX thread.
 */
@NullMarked
package org.ganvas.view.paint;

import org.jspecify.annotations.NullMarked;
