/**
 * Export to stock Deeplearning4j models, import of them, and the classifier for evaluation metrics, which Deeplearning4j
 * trains and the engine's own kernels run. Files are written by Deeplearning4j but never read by it, because its reader
 * instantiates any class that a file names. Any one thread: the {@code io} thread or the command line's.
 */
@NullMarked
package org.ganvas.engine.dl4j;

import org.jspecify.annotations.NullMarked;
