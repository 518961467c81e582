/** Training of both networks step by step: trainers, updates, optimizers, averaged weights. The training thread only. */
@NullMarked
package org.ganvas.engine.train;

import org.jspecify.annotations.NullMarked;
