/**
 * The window: header, rooms, status strip. Views are written in code and know only their view model; everything here
 * runs on the FX thread.
 */
@NullMarked
package org.ganvas.view;

import org.jspecify.annotations.NullMarked;
