/**
 * Trained classifiers on the disk, with a card that states how each was trained. Used by the thread that evaluates.
 */
@NullMarked
package org.ganvas.project.classifier;

import org.jspecify.annotations.NullMarked;
