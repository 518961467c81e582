/**
 * Metrics of translated images, which have a target each, beside those of generated ones. Pure functions of arrays; any
 * thread.
 */
@NullMarked
package org.ganvas.metrics.translation;

import org.jspecify.annotations.NullMarked;
