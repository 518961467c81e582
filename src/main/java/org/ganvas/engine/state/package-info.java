/**
 * What training leaves behind, as plain records of copied numbers, so that projects and exports can hold it without
 * knowing ND4J. Immutable, any thread.
 */
@NullMarked
package org.ganvas.engine.state;

import org.jspecify.annotations.NullMarked;
