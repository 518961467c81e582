/**
 * Latents as sliders, for the Train and the Explore screen, with the requests that render them; the current latent of the
 * Train screen; vector arithmetic of latents. FX thread, as the sliders are observed by the views.
 */
@NullMarked
package org.ganvas.viewmodel.latent;

import org.jspecify.annotations.NullMarked;
