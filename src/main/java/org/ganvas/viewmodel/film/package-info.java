/** Films through latent space: keyframes, preview, export. FX thread. */
@NullMarked
package org.ganvas.viewmodel.film;

import org.jspecify.annotations.NullMarked;
