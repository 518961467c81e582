/**
 * Training speed of Ganvas against libtorch and stock Deeplearning4j. Needs the profile {@code bench}, which adds
 * libtorch.
 */
package org.ganvas.bench.speed;
