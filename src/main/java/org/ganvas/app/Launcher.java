package org.ganvas.app;

/** The front door. Must not extend Application: JavaFX would then insist on the module path. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("Ganvas");
    }
}
