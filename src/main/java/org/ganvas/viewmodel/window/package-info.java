/** The window around the screens: navigation, notices, status, display. FX thread. */
@NullMarked
package org.ganvas.viewmodel.window;

import org.jspecify.annotations.NullMarked;
