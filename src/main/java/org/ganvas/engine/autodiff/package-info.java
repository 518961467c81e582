/**
 * A small automatic differentiation over native arrays. Every derivative rule is written with the operations
 * themselves, so a gradient can be differentiated again, which gradient penalties need. Tensors are dense, in C order
 * (pictures NCHW), and belong to the thread that made them.
 */
@NullMarked
package org.ganvas.engine.autodiff;

import org.jspecify.annotations.NullMarked;
