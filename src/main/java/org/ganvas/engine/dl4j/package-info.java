/**
 * Networks of ours as stock Deeplearning4j models, for export and as the referee in the tests, and models of theirs as
 * networks here. Files are written by Deeplearning4j but never read by it: its reader builds whatever class a file names.
 * Also the classifier that pictures are measured with, trained by stock Deeplearning4j and at work in our own kernels. Any
 * one thread; the {@code io} thread or the command line's own.
 */
@NullMarked
package org.ganvas.engine.dl4j;

import org.jspecify.annotations.NullMarked;
