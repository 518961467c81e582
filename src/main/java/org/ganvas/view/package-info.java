/**
 * Main window: header, screens, status strip, menus and layers. Views are written in code and know only their view
 * model. FX thread.
 */
@NullMarked
package org.ganvas.view;

import org.jspecify.annotations.NullMarked;
