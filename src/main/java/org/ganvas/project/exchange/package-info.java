/**
 * Exchange with other programs: NumPy, CSV, JSON, Deeplearning4j, PyTorch, latents as text. Used on the {@code io} thread
 * or the command line's own; {@code StepCsvExport} is appended by the training thread.
 */
@NullMarked
package org.ganvas.project.exchange;

import org.jspecify.annotations.NullMarked;
