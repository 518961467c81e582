/**
 * Pixel painting: images are scaled into one buffer that the screen shows one to one, because scaling by the toolkit
 * blurs. Pure arithmetic on any thread; the views on the FX thread.
 */
@NullMarked
package org.ganvas.view.paint;

import org.jspecify.annotations.NullMarked;
