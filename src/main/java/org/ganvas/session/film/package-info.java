/**
 * Frames of films through latent space: the latent point at any time of a {@link org.ganvas.session.run.LatentFilm}, and its
 * rendered images. Paths are immutable, any thread; a reel is used by one thread.
 */
@NullMarked
package org.ganvas.session.film;

import org.jspecify.annotations.NullMarked;
