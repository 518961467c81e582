/**
 * Inspection of both networks: scores, layers, feature maps, the nearest real image. Made on the {@code inspect}
 * thread from copies of the weights; results are immutable.
 */
@NullMarked
package org.ganvas.session.inspect;

import org.jspecify.annotations.NullMarked;
