/**
 * The Explore screen: sliders of the current latent, its preview, and the tools: latent slice, interpolation, inversion,
 * favourites. FX thread.
 */
@NullMarked
package org.ganvas.view.explore;

import org.jspecify.annotations.NullMarked;
