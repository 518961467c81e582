package org.ganvas.viewmodel.latent;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** One thing about a latent that can be turned up and down; it is turned through {@link LatentSlidersViewModel}. FX thread. */
public final class LatentSlider {

    private final Kind kind;
    private final int index;
    private final String name;
    private final double share;
    private final float[] vector;
    private final DoubleProperty value = new SimpleDoubleProperty();
    private final BooleanProperty locked = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(false);
    private double home;

    /** What is turned. */
    public enum Kind {
        /** A dimension of the latent, in units of sigma. */
        DIMENSION,
        /** A dimension that an InfoGAN's discriminator has to find again. */
        CODE,
        /** A principal direction: how far the latent is moved along it, in units of sigma. */
        DIRECTION,
        /** The weight of a class. */
        CLASS
    }

    /**
     * @param share of the variance, of a direction
     * @param vector of length 1, of a direction; else empty
     */
    LatentSlider(Kind kind, int index, String name, double share, float[] vector) {
        this.kind = kind;
        this.index = index;
        this.name = name;
        this.share = share;
        this.vector = vector;
    }

    static LatentSlider of(Kind kind, int index, String name) {
        return new LatentSlider(kind, index, name, 0, new float[0]);
    }

    public Kind kind() {
        return kind;
    }

    /** Its place among those of its kind; a code's is its dimension. */
    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    /** Share of the variance that a direction explains. */
    public double share() {
        return share;
    }

    public float[] vector() {
        return vector;
    }

    /** Where the slider begins. */
    public double min() {
        return kind == Kind.CLASS ? 0 : -3;
    }

    /** Where the slider ends. */
    public double max() {
        return kind == Kind.CLASS ? 1 : 3;
    }

    boolean isMoved() {
        return moved.get();
    }

    double home() {
        return home;
    }

    void setHome() {
        setHome(value.get());
    }

    void setHome(double newHome) {
        home = newHome;
        moved.set(value.get() != home);
    }

    void setValue(double newValue) {
        value.set(newValue);
        moved.set(newValue != home);
    }

    // ---- Properties ----

    public ReadOnlyDoubleProperty valueProperty() {
        return value;
    }

    /** Whether it stands elsewhere than reset would put it. */
    public ReadOnlyBooleanProperty movedProperty() {
        return moved.getReadOnlyProperty();
    }

    /** Whether it stays where it is. */
    public BooleanProperty lockedProperty() {
        return locked;
    }
}
