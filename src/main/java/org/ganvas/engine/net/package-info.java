/** Networks built from specs: layers, their parameters and running statistics. One network belongs to one thread. */
@NullMarked
package org.ganvas.engine.net;

import org.jspecify.annotations.NullMarked;
