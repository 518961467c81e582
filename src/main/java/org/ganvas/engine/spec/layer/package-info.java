/** Layers and networks as immutable records; they know no objective and no training. No ND4J here. Any thread. */
@NullMarked
package org.ganvas.engine.spec.layer;

import org.jspecify.annotations.NullMarked;
