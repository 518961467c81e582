/** The current latent of the Train screen, and arithmetic on latents. FX thread. */
@NullMarked
package org.ganvas.viewmodel.latent;

import org.jspecify.annotations.NullMarked;
