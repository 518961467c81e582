/** The machine: the only place that knows ND4J and Deeplearning4j. No array of theirs ever leaves it. */
@NullMarked
package org.ganvas.engine;

import org.jspecify.annotations.NullMarked;
