package org.ganvas.viewmodel.window;

/** Screens of the window, in the order in which they are shown. Any thread. */
public enum AppScreen {
    TRAIN(1),
    EXPLORE(2),
    LAB(3),
    DREAM(5);

    private final int digit;

    AppScreen(int digit) {
        this.digit = digit;
    }

    /** Digit of its shortcut. */
    public int digit() {
        return digit;
    }
}
