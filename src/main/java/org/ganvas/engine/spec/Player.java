package org.ganvas.engine.spec;

/** The two networks of the game. */
public enum Player {
    /** Makes pictures from latents. */
    GENERATOR,
    /** Tells real pictures from generated ones. */
    DISCRIMINATOR
}
