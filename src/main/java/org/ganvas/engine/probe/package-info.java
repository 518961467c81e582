/** Probes that run networks with copied weights and return copied numbers. Each belongs to the thread that uses it. */
@NullMarked
package org.ganvas.engine.probe;

import org.jspecify.annotations.NullMarked;
