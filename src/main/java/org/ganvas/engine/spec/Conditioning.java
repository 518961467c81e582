package org.ganvas.engine.spec;

/** Use of labels. The input of G is the latent with the one-hot label behind it. */
public enum Conditioning {
    /** Labels are not used. */
    NONE,
    /** The label is an input of D: channels of ones and zeros beside the image (CGAN, Mirza and Osindero 2014). */
    CONCATENATION,
    /**
     * &lt;embedding(y), features&gt; is added to the logit of D, where the features are the input of its last layer (Miyato
     * and Koyama 2018).
     */
    PROJECTION,
    /** D also predicts the class of real and generated images, and both networks minimise its error (ACGAN, Odena 2016). */
    AUXILIARY,
    /**
     * Labels are not those of the data but codes that D predicts from generated images (InfoGAN, Chen 2016): a category
     * and, at the end of the latent, continuous codes.
     */
    INFORMATION;

    /** Whether G has a class input. */
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
