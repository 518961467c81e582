/** The current latent in the Train screen: sliders, pad, walk. FX thread. */
@NullMarked
package org.ganvas.view.latent;

import org.jspecify.annotations.NullMarked;
