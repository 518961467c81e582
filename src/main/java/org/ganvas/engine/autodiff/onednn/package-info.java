/**
 * Direct calls of oneDNN: convolutions and matrix products on native floats in C order. They know no tensors. Every call
 * works in the calling thread and with the number of OpenMP threads that it has.
 */
@NullMarked
package org.ganvas.engine.autodiff.onednn;

import org.jspecify.annotations.NullMarked;
