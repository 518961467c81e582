/**
 * Ascent on the pixels of an image by the gradient of a network's features: DeepDream, activation maximisation, neural
 * style transfer. Works on copied weights; belongs to the thread that uses it.
 */
@NullMarked
package org.ganvas.engine.dream;

import org.jspecify.annotations.NullMarked;
