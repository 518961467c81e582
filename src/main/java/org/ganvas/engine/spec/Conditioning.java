package org.ganvas.engine.spec;

/** Whether and how labels enter the game. G always sees the latent with the one-hot label behind it. */
public enum Conditioning {
    /** Labels are not used. */
    NONE,
    /** D sees the label as planes of ones and zeros beside the picture (CGAN, Mirza and Osindero 2014). */
    CONCATENATION,
    /**
     * D adds &lt;embedding(y), features&gt; to its logit, where the features are the input of its last layer (Miyato and
     * Koyama 2018).
     */
    PROJECTION,
    /** D also names the class, of real and generated pictures, and both players want it named right (ACGAN, Odena 2016). */
    AUXILIARY,
    /**
     * Labels are not those of the data but codes that D must find again in generated pictures (InfoGAN, Chen 2016): a
     * category and, at the end of the latent, continuous codes.
     */
    INFORMATION;

    /** Whether G is given a class. */
    public boolean usesClasses() {
        return this != NONE;
    }

    /** Whether the classes are those of the data. */
    public boolean usesLabels() {
        return usesClasses() && this != INFORMATION;
    }

    /** Whether D has a second head. */
    public boolean hasHead() {
        return this == AUXILIARY || this == INFORMATION;
    }
}
