/** One step of the game and what it keeps: trainer, optimizer, weight average. The training thread only. */
@NullMarked
package org.ganvas.engine.train;

import org.jspecify.annotations.NullMarked;
