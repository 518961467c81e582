package org.ganvas.viewmodel.latent;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.session.run.LatentDirection;

/**
 * One adjustable value of a latent; it is changed through {@link LatentSlidersViewModel} alone. That of a dimension
 * includes what principal directions add to it. FX thread.
 */
public final class LatentSlider {

    private final Kind kind;
    private final int index;
    private final Supplier<String> name;
    private final double share;
    private final float[] vector;
    private final double reach;
    private final boolean inStyles;
    private final DoubleProperty value = new SimpleDoubleProperty();
    private final BooleanProperty locked = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(false);
    private double home;

    /** The value without what directions add to it. */
    private double base;

    /** Kind of the value. */
    public enum Kind {
        /** A dimension of the latent. */
        DIMENSION,
        /** A dimension that InfoGAN's discriminator has to recover (Chen et al. 2016, 1606.03657). */
        CODE,
        /** The distance that the latent is moved along a principal direction. */
        DIRECTION,
        /** The weight of a class, 0 to 1. */
        CLASS
    }

    /**
     * @param share of the variance that a direction explains; else 0
     * @param vector a direction's, of length 1; else empty
     * @param reach greatest value, of all but a class also below 0
     * @param inStyles whether a direction leads through w instead of z
     */
    private LatentSlider(
            Kind kind, int index, Supplier<String> name, double share, float[] vector, double reach, boolean inStyles) {
        this.kind = kind;
        this.index = index;
        this.name = name;
        this.share = share;
        this.vector = vector;
        this.reach = reach;
        this.inStyles = inStyles;
    }

    static LatentSlider of(Kind kind, int index, Supplier<String> name, double reach) {
        return new LatentSlider(kind, index, name, 0, new float[0], reach, false);
    }

    /** The slider of a principal direction. */
    static LatentSlider of(LatentDirection direction, int index, Supplier<String> name, double reach) {
        return new LatentSlider(
                Kind.DIRECTION,
                index,
                name,
                direction.share(),
                direction.vector(),
                reach,
                direction.space() == LatentDirection.Space.W);
    }

    public Kind kind() {
        return kind;
    }

    /** The place among the sliders of its kind; a code's is its dimension. */
    public int index() {
        return index;
    }

    /** The name in the window's language. */
    public String name() {
        return name.get();
    }

    /** The share of the variance that a direction explains. */
    public double share() {
        return share;
    }

    /** Whether a direction leads through w, the styles of the generator, instead of z. */
    public boolean inStyles() {
        return inStyles;
    }

    /** A direction's unit vector, of one in w its scores; else empty. */
    public float[] vector() {
        return vector;
    }

    /** The least value of the slider; the value itself may lie beyond it. */
    public double min() {
        return kind == Kind.CLASS ? 0 : -reach;
    }

    /** The greatest value of the slider; the value itself may lie beyond it. */
    public double max() {
        return reach;
    }

    boolean isMoved() {
        return moved.get();
    }

    double home() {
        return home;
    }

    /** The value without what directions add to it. */
    double base() {
        return base;
    }

    void setHome() {
        setHome(base);
    }

    void setHome(double newHome) {
        home = newHome;
        moved.set(value.get() != home);
    }

    /** Sets the value; what directions add to it stays. */
    void setValue(double newValue) {
        base = newValue - (value.get() - base);
        show(newValue);
    }

    /**
     * Sets the value and its part that no direction adds to it.
     *
     * @param newBase equal to the value where there are no directions
     */
    void setValue(double newValue, double newBase) {
        base = newBase;
        show(newValue);
    }

    private void show(double newValue) {
        value.set(newValue);
        moved.set(newValue != home);
    }

    // ---- Properties ----

    public ReadOnlyDoubleProperty valueProperty() {
        return value;
    }

    /** Whether the value differs from the one that reset restores. */
    public ReadOnlyBooleanProperty movedProperty() {
        return moved.getReadOnlyProperty();
    }

    /** Whether reset, random draws and moves of this slider leave the value alone. */
    public BooleanProperty lockedProperty() {
        return locked;
    }
}
