/**
 * Keys of the controls, by screen: what each does and how it is called. The controls take their keys from here, and the list
 * of shortcuts shows the same. FX thread.
 */
@NullMarked
package org.ganvas.view.keys;

import org.jspecify.annotations.NullMarked;
