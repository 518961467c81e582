/**
 * Specs of GANs, networks and trainings as immutable records with JSON: users edit them, projects store them, the engine
 * builds from them. No ND4J here, so that all layers may use them. Immutable, any thread.
 */
@NullMarked
package org.ganvas.engine.spec;

import org.jspecify.annotations.NullMarked;
