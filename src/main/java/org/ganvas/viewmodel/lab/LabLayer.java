package org.ganvas.viewmodel.lab;

import java.util.Locale;

/** Layers of the plot of the Lab screen, in the order of their keys 1 to 9 and 0. Immutable, any thread. */
public enum LabLayer {
    /** D's answer as colours. */
    SURFACE(true),
    /** Line along which D takes points for neither. */
    CONTOUR(true),
    /** Points of the data. */
    REAL(true),
    /** Points of the fixed latents. */
    FAKES(true),
    /** Paths of some of these through training. */
    PATHS(false),
    /** What G makes of the plane of latents. */
    MANIFOLD(false),
    /** Force of G's loss on points. */
    FORCES(false),
    /** The best D there could be, as colours. */
    OPTIMUM(false),
    /** D minus the best D, as colours. */
    GAP(false),
    /** Distributions of both kinds of points along the axes. */
    HISTOGRAMS(false);

    private final boolean usual;

    LabLayer(boolean usual) {
        this.usual = usual;
    }

    /** Whether it is shown until the user decides. */
    boolean usual() {
        return usual;
    }

    /** Whether it colours the whole plot, which only one layer can do. */
    boolean colours() {
        return this == SURFACE || this == OPTIMUM || this == GAP;
    }

    /** Key of its texts. */
    public String key() {
        return "lab.layer." + name().toLowerCase(Locale.ROOT);
    }

    /** Digit that toggles it. */
    public int digit() {
        return (ordinal() + 1) % 10;
    }
}
