/**
 * Evaluation metrics while training, through a network trained on the data. The {@code evaluation} thread; results go
 * into the metric log.
 */
@NullMarked
package org.ganvas.session.evaluation;

import org.jspecify.annotations.NullMarked;
