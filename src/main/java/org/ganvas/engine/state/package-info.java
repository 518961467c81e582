/**
 * State and statistics of networks in training, as plain records of copied numbers, so that the layers above can hold them
 * without knowing ND4J. Immutable, any thread.
 */
@NullMarked
package org.ganvas.engine.state;

import org.jspecify.annotations.NullMarked;
