package org.ganvas.viewmodel.lab;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Live numbers of the data-flow diagram. FX thread. */
public final class LabFiguresViewModel implements SnapshotListener {

    /** Parts whose numbers come from a step. */
    private static final Set<LabPart> OF_STEPS = EnumSet.of(
            LabPart.ANSWERS,
            LabPart.D_LOSS,
            LabPart.G_LOSS,
            LabPart.D_GRADIENT,
            LabPart.FORCES,
            LabPart.D_UPDATE,
            LabPart.G_UPDATE);

    private final Map<LabPart, ReadOnlyStringWrapper> figures = new EnumMap<>(LabPart.class);
    private int shownRun = -1;

    public LabFiguresViewModel() {
        for (LabPart part : LabPart.values()) {
            figures.put(part, new ReadOnlyStringWrapper(""));
        }
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        if (run == null || !run.spec().image().isPoint()) {
            return;
        }
        GanSpec spec = run.spec();
        String batch = NumberFormats.count(spec.training().batch());
        set(
                LabPart.NOISE,
                Messages.text("lab.figure.noise." + spec.game().prior(), NumberFormats.count(spec.latentDim())));
        set(LabPart.GENERATOR, Messages.text("lab.figure.weights", NumberFormats.count(spec.generatorParameters())));
        set(LabPart.FAKES, Messages.text("lab.figure.points", batch));
        set(LabPart.DATA, Messages.text("lab.figure.points", batch));
        set(
                LabPart.DISCRIMINATOR,
                Messages.text("lab.figure.weights", NumberFormats.count(spec.discriminatorParameters())));
        if (run.number() != shownRun || snapshot.step() == 0) {
            shownRun = run.number();
            OF_STEPS.forEach(part -> set(part, ""));
        }
        StepReport report = snapshot.scores();
        if (report == null) {
            return;
        }
        // A network that rested keeps the figures of its last update.
        if (!Double.isNaN(report.realScore())) {
            set(
                    LabPart.ANSWERS,
                    Messages.text(
                            "lab.figure.answers",
                            NumberFormats.length(report.realScore()),
                            NumberFormats.length(report.fakeScore())));
        }
        setIfKnown(LabPart.D_LOSS, report.discriminatorLoss());
        setIfKnown(LabPart.G_LOSS, report.generatorLoss());
        setIfKnown(LabPart.D_GRADIENT, report.discriminatorUpdate().gradientNorm());
        setIfKnown(LabPart.FORCES, report.generatorUpdate().gradientNorm());
        setRatio(LabPart.D_UPDATE, report.discriminatorUpdate().updateRatio());
        setRatio(LabPart.G_UPDATE, report.generatorUpdate().updateRatio());
    }

    private void setIfKnown(LabPart part, double value) {
        if (!Double.isNaN(value)) {
            set(part, NumberFormats.value(value));
        }
    }

    private void setRatio(LabPart part, double ratio) {
        if (!Double.isNaN(ratio)) {
            set(part, NumberFormats.amount(100 * ratio) + " %");
        }
    }

    private ReadOnlyStringWrapper figure(LabPart part) {
        ReadOnlyStringWrapper figure = figures.get(part);
        if (figure == null) {
            throw new IllegalStateException("no figure of " + part);
        }
        return figure;
    }

    private void set(LabPart part, String text) {
        figure(part).set(text);
    }

    /** The number at a part, as text. */
    public ReadOnlyStringProperty figureProperty(LabPart part) {
        return figure(part).getReadOnlyProperty();
    }
}
