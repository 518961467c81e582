package org.ganvas.viewmodel.dream;

import java.util.Locale;

/** What reads the image. Any thread. */
public enum FeatureChoice {
    /** The discriminator of the run, as it is when the work starts. */
    DISCRIMINATOR,
    /** The classifier of the run's data. */
    CLASSIFIER,
    /** Random weights. */
    RANDOM;

    /** Key of its texts. */
    public String key() {
        return "dream.features." + name().toLowerCase(Locale.ROOT);
    }
}
