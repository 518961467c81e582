/** Latent sliders of the Train and the Explore screen, and the Train screen's pane of the current latent. FX thread. */
@NullMarked
package org.ganvas.view.latent;

import org.jspecify.annotations.NullMarked;
