/** The Lab screen: the game on 2-D points, seen and taken step by step. FX thread. */
@NullMarked
package org.ganvas.view.lab;

import org.jspecify.annotations.NullMarked;
