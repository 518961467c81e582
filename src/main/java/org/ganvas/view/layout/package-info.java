/**
 * Responsive layout of the screens: panes in columns, stacks or tabs by the room there is, and rows that shorten
 * themselves. Lengths are in text units, pixels at the usual text size, so that large text counts as a small window. FX
 * thread.
 */
@NullMarked
package org.ganvas.view.layout;

import org.jspecify.annotations.NullMarked;
