/**
 * Distributions of 2-D points that are drawn: strokes of Gaussian kernels, their tools and text, and the data sampled from
 * them. The strokes are the document; a drawing is a mixture, so its density is known in closed form. Immutable but for the
 * library of drawings; any thread.
 */
@NullMarked
package org.ganvas.data.drawing;

import org.jspecify.annotations.NullMarked;
