/**
 * Evaluation metrics: how close generated samples are to real ones, as pure functions over float[]. Any thread; some take
 * seconds, so callers choose the thread. Every metric is reported with its floor, the value of real samples against as many
 * other real ones, because only the floor tells what a perfect generator would reach.
 */
@NullMarked
package org.ganvas.metrics;

import org.jspecify.annotations.NullMarked;
