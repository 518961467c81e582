/**
 * What a GAN is made of, as plain immutable records with JSON: the user edits them, a project stores them, the engine
 * builds from them. No ND4J here, so that every room may read them. Immutable, any thread.
 */
@NullMarked
package org.ganvas.engine.spec;

import org.jspecify.annotations.NullMarked;
