package org.ganvas.lab;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ganvas.session.lab.LabRequest.Part;

/** Layers of the plot of the Lab screen, in the order of their keys 1 to 9 and 0. Immutable, any thread. */
public enum LabLayer {
    /** D's answer as colours. */
    SURFACE(true, Part.FIELD),
    /** Line along which D takes points for neither. */
    CONTOUR(true, Part.FIELD),
    /** Points of the data. */
    REAL(true),
    /** Points of the fixed latents. */
    FAKES(true),
    /** Paths of some of these through training. */
    PATHS(false),
    /** What G makes of the plane of latents. */
    MANIFOLD(false, Part.MANIFOLD),
    /** Force of G's loss on points. */
    FORCES(false, Part.FORCES),
    /** The best D there could be, as colours. */
    OPTIMUM(false, Part.OPTIMUM),
    /** D minus the best D, as colours. */
    GAP(false, Part.FIELD, Part.OPTIMUM),
    /** Distributions of both kinds of points along the axes. */
    HISTOGRAMS(false);

    private final boolean usual;
    private final List<Part> parts;

    LabLayer(boolean usual, Part... parts) {
        this.usual = usual;
        this.parts = List.of(parts);
    }

    /** Parts of an answer that some layers need. */
    public static Set<Part> parts(Collection<LabLayer> layers) {
        Set<Part> needed = EnumSet.noneOf(Part.class);
        layers.forEach(layer -> needed.addAll(layer.parts));
        return needed;
    }

    /** Whether it is shown until the user decides. */
    public boolean usual() {
        return usual;
    }

    /** Whether it colours the whole plot, which only one layer can do. */
    public boolean colours() {
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
