/**
 * The game on 2-D points: D as a function of the plane, the force on generated points, G's manifold, the best D there could
 * be. Made on the {@code lab} thread from copies of the weights; results are immutable.
 */
@NullMarked
package org.ganvas.session.lab;

import org.jspecify.annotations.NullMarked;
