/**
 * Analyses of latent space: principal directions, effects of single dimensions, inversion of a given image. Each has a
 * generator of its own and runs on the background thread that calls it, never on the training thread.
 */
@NullMarked
package org.ganvas.session.explore;

import org.jspecify.annotations.NullMarked;
