/** Instruments that read networks and give back copied numbers. Each belongs to the thread that uses it. */
@NullMarked
package org.ganvas.engine.probe;

import org.jspecify.annotations.NullMarked;
