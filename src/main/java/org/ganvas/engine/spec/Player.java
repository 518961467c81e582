package org.ganvas.engine.spec;

import java.util.Locale;

/** Roles of networks. */
public enum Player {
    /** Network from latents or images to images. */
    GENERATOR,
    /** Network that distinguishes real from generated images. */
    DISCRIMINATOR,
    /** Network from images to latents. */
    ENCODER;

    /** Name of the principal network of this role, as array names and scripts spell it. */
    public String principal() {
        return name().toLowerCase(Locale.ROOT);
    }
}
