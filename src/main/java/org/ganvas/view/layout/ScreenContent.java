package org.ganvas.view.layout;

/** Content of a screen of the window: its panes, and what must be released with them. FX thread. */
public interface ScreenContent {

    ResponsivePanes panes();

    /** Releases what would otherwise outlive the window content. */
    default void dispose() {}
}
