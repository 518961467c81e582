package org.ganvas.viewmodel.window;

/** Screens of the window, in the order of their shortcuts. Any thread. */
public enum AppScreen {
    TRAIN,
    EXPLORE,
    LAB,
    TRANSLATE,
    DREAM
}
