/**
 * Help layers over the window: glossary (F1), welcome page and tour. Built when they are opened, so that the start does
 * not wait for them. FX thread.
 */
@NullMarked
package org.ganvas.view.help;

import org.jspecify.annotations.NullMarked;
