package org.ganvas.engine.spec;

/** Whether and how the labels enter the game. */
public enum Conditioning {
    /** Labels are not used. */
    NONE,
    /**
     * G sees the latent with the one-hot label behind it; D adds &lt;embedding(y), features&gt; to its logit, where the
     * features are the input of its last layer (Miyato and Koyama, 1802.05637).
     */
    PROJECTION
}
