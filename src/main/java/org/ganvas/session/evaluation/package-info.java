/**
 * Evaluation metrics during training: of images through the features of a network trained on the data, of 2-D points
 * directly. Computed on the thread that runs the task, beside training; results go into the metric log.
 */
@NullMarked
package org.ganvas.session.evaluation;

import org.jspecify.annotations.NullMarked;
