/** Networks built from specs: layers, parameters, running statistics. Each network belongs to one thread. */
@NullMarked
package org.ganvas.engine.net;

import org.jspecify.annotations.NullMarked;
