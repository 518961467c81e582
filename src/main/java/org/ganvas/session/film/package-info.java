/** Films through latent space: keyframes, easing, and what a film shows at any moment. Immutable; any thread. */
@NullMarked
package org.ganvas.session.film;

import org.jspecify.annotations.NullMarked;
