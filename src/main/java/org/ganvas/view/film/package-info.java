/** Films through latent space: keyframe strip, preview, export. FX thread. */
@NullMarked
package org.ganvas.view.film;

import org.jspecify.annotations.NullMarked;
