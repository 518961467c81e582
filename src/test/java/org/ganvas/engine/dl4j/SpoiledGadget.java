package org.ganvas.engine.dl4j;

/** A class that a hostile file names; whoever initialises it is caught. */
public final class SpoiledGadget {

    private SpoiledGadget() {}

    static {
        System.setProperty("ganvas.gadget", "was here");
    }
}
