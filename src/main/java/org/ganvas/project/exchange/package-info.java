/** Runs for other programs and back: NumPy, CSV, JSON, Deeplearning4j, PyTorch. Used on the {@code io} thread. */
@NullMarked
package org.ganvas.project.exchange;

import org.jspecify.annotations.NullMarked;
