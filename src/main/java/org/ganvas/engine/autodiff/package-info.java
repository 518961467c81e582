/**
 * Reverse-mode automatic differentiation over native arrays. Derivative rules are written with the operations themselves,
 * so a gradient can be differentiated again, as gradient penalties need. Tensors are dense, in C order (images NCHW), and
 * belong to the thread that made them.
 */
@NullMarked
package org.ganvas.engine.autodiff;

import org.jspecify.annotations.NullMarked;
