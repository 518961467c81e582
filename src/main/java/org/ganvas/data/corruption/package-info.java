/**
 * Corruptions of images, from which translations learn to recover them: made smaller, with a hole, grey, as edges,
 * inverted, noisy or blurred. Pure functions of (image, random stream); any thread.
 */
@NullMarked
package org.ganvas.data.corruption;

import org.jspecify.annotations.NullMarked;
