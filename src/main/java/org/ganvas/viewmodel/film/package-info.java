/**
 * Films through latent space: keyframes, a preview, and the export. FX thread; images are rendered on the renderer's thread,
 * exports on a thread of their own.
 */
@NullMarked
package org.ganvas.viewmodel.film;

import org.jspecify.annotations.NullMarked;
