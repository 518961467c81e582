/** The Explore screen: latent sliders, latent slice, slots, inversion, favourites. FX thread. */
@NullMarked
package org.ganvas.viewmodel.explore;

import org.jspecify.annotations.NullMarked;
