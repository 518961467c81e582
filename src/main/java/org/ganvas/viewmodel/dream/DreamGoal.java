package org.ganvas.viewmodel.dream;

import java.util.Locale;

/** What an image is changed for. Any thread. */
public enum DreamGoal {
    /** More of what a layer sees. */
    LAYER,
    /** What one channel wants to see. */
    CHANNEL,
    /** What the classifier takes for a class. */
    CLASS,
    /** The style of another image. */
    STYLE;

    /** Key of its texts. */
    public String key() {
        return "dream.goal." + name().toLowerCase(Locale.ROOT);
    }
}
