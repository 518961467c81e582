/** Losses, regularizers, optimizers and numbers of a training as immutable records. No ND4J here. Any thread. */
@NullMarked
package org.ganvas.engine.spec.training;

import org.jspecify.annotations.NullMarked;
