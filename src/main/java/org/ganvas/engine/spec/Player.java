package org.ganvas.engine.spec;

/** The two networks. */
public enum Player {
    /** Network from latents to images. */
    GENERATOR,
    /** Network that distinguishes real from generated images. */
    DISCRIMINATOR
}
