/** The Dirac-GAN, the smallest GAN there is, in closed form and without the engine. Pure arithmetic; any thread. */
@NullMarked
package org.ganvas.session.dirac;

import org.jspecify.annotations.NullMarked;
