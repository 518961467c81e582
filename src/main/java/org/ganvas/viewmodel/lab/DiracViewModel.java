package org.ganvas.viewmodel.lab;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.scatter.PlotLegend;
import org.ganvas.session.dirac.DiracGan;
import org.ganvas.session.lab.LabResult;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** The Dirac-GAN: dials, vector field and the way from a start. FX thread. */
public final class DiracViewModel {

    /** Half of the side of the phase plane. */
    public static final double EXTENT = 2;

    private static final String CHANGE = "undo.dirac";
    private static final int STEPS = 500;
    private static final int GRID = 21;

    private final UndoStack undo;
    private final ObjectProperty<LossSpec> loss = new SimpleObjectProperty<>(LossSpec.NON_SATURATING);
    private final ObjectProperty<DiracGan.Regularizer> regularizer =
            new SimpleObjectProperty<>(DiracGan.Regularizer.NONE);
    private final DoubleProperty rate = new SimpleDoubleProperty(0.2);
    private final DoubleProperty weight = new SimpleDoubleProperty(0.3);
    private final BooleanProperty alternating = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Phase> phase;
    private final ReadOnlyStringWrapper energy = new ReadOnlyStringWrapper("");
    private double startTheta = 1;
    private double startPsi = -1;

    /**
     * What is drawn.
     *
     * @param field velocity at places of a grid
     * @param gain length of an arrow for a velocity of 1
     * @param trajectory θ and ψ of each step in turn; not to be changed
     */
    public record Phase(LabResult.Forces field, double gain, float[] trajectory) {}

    /** @param undo takes every change of a dial and of the start */
    public DiracViewModel(UndoStack undo) {
        this.undo = undo;
        phase = new ReadOnlyObjectWrapper<>(compute());
        List.of(loss, regularizer, rate, weight, alternating).forEach(this::follow);
    }

    private <T> void follow(Property<T> dial) {
        dial.addListener((property, before, now) -> {
            phase.set(compute());
            undo.push(new UndoKey(CHANGE, dial), () -> set(dial, before), () -> set(dial, now));
        });
    }

    private static <T> boolean set(Property<T> dial, T value) {
        dial.setValue(value);
        return true;
    }

    /** θ and ψ of each step in turn, from the start. */
    double[] trajectory() {
        return gan().trajectory(startTheta, startPsi, STEPS);
    }

    /** The dials above the plot, and what its axes are below it. */
    PlotLegend legend() {
        String penalty = regularizer.get() == DiracGan.Regularizer.NONE
                ? ""
                : ", " + Messages.text("lab.dirac.regularizer." + regularizer.get()) + " "
                        + NumberFormats.setting(weight.get());
        String title = Messages.text("lab.dirac.title") + ": "
                + Messages.text("loss." + loss.get() + ".title")
                + ", " + Messages.text("lab.dirac.rate.title") + " " + NumberFormats.setting(rate.get())
                + penalty
                + (alternating.get() ? ", " + Messages.text("lab.dirac.alternating") : "");
        return new PlotLegend(title, List.of(), "", "", Messages.text("lab.dirac.plot.title"));
    }

    /** The dials, in words that are the same in every language. */
    String caption() {
        return String.format(
                Locale.ROOT,
                "Dirac-GAN, %s, rate %.3g, %s %.3g, %s",
                loss.get().name().replace('_', ' '),
                rate.get(),
                regularizer.get().name().replace('_', ' '),
                weight.get(),
                alternating.get() ? "alternating" : "simultaneous");
    }

    private DiracGan gan() {
        return new DiracGan(loss.get(), rate.get(), regularizer.get(), weight.get(), alternating.get());
    }

    private Phase compute() {
        DiracGan gan = gan();
        double[] exact = gan.trajectory(startTheta, startPsi, STEPS);
        float[] trajectory = new float[exact.length];
        for (int i = 0; i < trajectory.length; i++) {
            trajectory[i] = (float) exact[i];
        }
        energy.set(Messages.text(
                "lab.dirac.energy",
                NumberFormats.amount(DiracGan.distance(exact, 0)),
                NumberFormats.amount(DiracGan.distance(exact, 100)),
                NumberFormats.amount(DiracGan.distance(exact, STEPS))));
        float[] places = new float[2 * GRID * GRID];
        float[] directions = new float[places.length];
        double strongest = 1e-9;
        for (int i = 0; i < places.length; i += 2) {
            double theta = EXTENT * (2.0 * (i / 2 % GRID) / (GRID - 1) - 1);
            double psi = EXTENT * (2.0 * (i / 2 / GRID) / (GRID - 1) - 1);
            places[i] = (float) theta;
            places[i + 1] = (float) psi;
            directions[i] = (float) gan.velocityOfTheta(theta, psi);
            directions[i + 1] = (float) gan.velocityOfPsi(theta, psi);
            strongest = Math.max(strongest, Math.hypot(directions[i], directions[i + 1]));
        }
        return new Phase(new LabResult.Forces(places, directions), 2.2 * EXTENT / (GRID - 1) / strongest, trajectory);
    }

    // ---- Properties ----

    /** Losses whose terms see one point at a time. */
    public List<LossSpec> losses() {
        return Stream.of(LossSpec.values())
                .filter(each -> !each.paired() && !each.matchesFeatures() && !each.encodes())
                .toList();
    }

    public ObjectProperty<LossSpec> lossProperty() {
        return loss;
    }

    public ObjectProperty<DiracGan.Regularizer> regularizerProperty() {
        return regularizer;
    }

    /** Learning rate of both players. */
    public DoubleProperty rateProperty() {
        return rate;
    }

    /** Weight of the regularizer, or the limit of clipping. */
    public DoubleProperty weightProperty() {
        return weight;
    }

    /** Whether D learns after G and not at the same time. */
    public BooleanProperty alternatingProperty() {
        return alternating;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Distances from the equilibrium at the start, after 100 and after 500 steps. */
    public ReadOnlyStringProperty energyProperty() {
        return energy.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Formats the texts in the current language. */
    public void relocalize() {
        phase.set(compute());
    }

    /** Sets the start, as far as it lies in the phase plane. */
    public void startAt(double theta, double psi) {
        double thetaBefore = startTheta;
        double psiBefore = startPsi;
        double thetaNow = Math.max(-EXTENT, Math.min(EXTENT, theta));
        double psiNow = Math.max(-EXTENT, Math.min(EXTENT, psi));
        placeStart(thetaNow, psiNow);
        undo.push(
                new UndoKey(CHANGE, "start"),
                () -> placeStart(thetaBefore, psiBefore),
                () -> placeStart(thetaNow, psiNow));
    }

    private boolean placeStart(double theta, double psi) {
        startTheta = theta;
        startPsi = psi;
        phase.set(compute());
        return true;
    }

    /** Moves the start. */
    public void moveStart(double dTheta, double dPsi) {
        startAt(startTheta + dTheta, startPsi + dPsi);
    }
}
