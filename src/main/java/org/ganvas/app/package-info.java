/**
 * Start of the program, wiring of the window, settings and folders of the operating system. FX thread unless said
 * otherwise.
 */
@NullMarked
package org.ganvas.app;

import org.jspecify.annotations.NullMarked;
