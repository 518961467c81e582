/** Trained classifiers on the disk, each with a card of its provenance. Used by the thread that evaluates. */
@NullMarked
package org.ganvas.project.classifier;

import org.jspecify.annotations.NullMarked;
