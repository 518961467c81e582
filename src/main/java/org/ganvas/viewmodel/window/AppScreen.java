package org.ganvas.viewmodel.window;

/** The rooms of the window, in the order of their keys. */
public enum AppScreen {
    TRAIN,
    EXPLORE
}
