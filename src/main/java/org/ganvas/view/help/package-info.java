/**
 * What helps a person find their way: the glossary behind F1, the welcome page, the tour. Layers over the window, built
 * when they are first wanted, so that the start does not wait for them; FX thread.
 */
@NullMarked
package org.ganvas.view.help;

import org.jspecify.annotations.NullMarked;
