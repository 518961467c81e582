/** Access to the native libraries. The packages of the engine alone use ND4J and Deeplearning4j, whose arrays never leave them. */
@NullMarked
package org.ganvas.engine;

import org.jspecify.annotations.NullMarked;
