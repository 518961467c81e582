package org.ganvas.engine.dl4j;

/** Class that a malicious file names; its initialisation is detected. */
public final class SpoiledGadget {

    private SpoiledGadget() {}

    static {
        System.setProperty("ganvas.gadget", "was here");
    }
}
