/** The front door: starts the program, wires the rooms together, knows the folders of this system. */
@NullMarked
package org.ganvas.app;

import org.jspecify.annotations.NullMarked;
