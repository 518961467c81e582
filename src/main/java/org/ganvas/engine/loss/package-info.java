/** Losses as pure functions of logits, in forms that never overflow. */
@NullMarked
package org.ganvas.engine.loss;

import org.jspecify.annotations.NullMarked;
