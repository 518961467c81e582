/** Loops over floats that the operations of {@link org.ganvas.engine.autodiff} consist of. They know no tensors. Any thread. */
@NullMarked
package org.ganvas.engine.autodiff.kernel;

import org.jspecify.annotations.NullMarked;
