package org.ganvas.viewmodel.lab;

import java.util.List;
import org.ganvas.lab.LabLegend;
import org.ganvas.lab.LabPlotContent;
import org.ganvas.lab.LabScale;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.lab.StepTrace;
import org.jspecify.annotations.Nullable;

/** Plots of a recorded step, one for each sentence. Pure functions; FX thread. */
final class StepScenes {

    private static final float[] NONE = new float[0];

    /** Part of the usual scale that the change of one step fills. */
    private static final double CHANGE = 0.05;

    private StepScenes() {}

    /** The plot of a sentence. */
    static LabPlotContent plot(StepTrace trace, StepSentence.Kind kind, LabScale scale) {
        StepTrace.DiscriminatorHalf d = trace.discriminator();
        StepTrace.GeneratorHalf g = trace.generator();
        float[] real = d == null ? NONE : d.real();
        float[] fake = d != null ? d.fake() : g == null ? NONE : g.before();
        FieldPainter.Field before = field(trace, trace.field().before(), scale);
        FieldPainter.Field after = field(trace, trace.field().after(), scale);
        return switch (kind) {
            case LATENTS -> LabPlotContent.ofLatents(d == null ? NONE : d.latentPlaces());
            case FAKES -> scene(NONE, fake, null, null, NONE, 0);
            case REAL -> scene(real, fake, null, null, NONE, 0);
            case ANSWERS, D_LOSS, PENALTY, D_GRADIENT -> scene(real, fake, before, null, NONE, 0);
            case D_UPDATE -> scene(real, fake, after, null, NONE, 0);
            case D_CHANGE -> scene(real, fake, change(trace, scale), null, NONE, 0);
            case G_TURN, G_LOSS -> scene(NONE, fake, after, null, NONE, 0);
            case FORCES, G_GRADIENT, G_UPDATE ->
                scene(
                        NONE,
                        fake,
                        after,
                        g == null ? null : new LabResult.Forces(g.before(), g.forces()),
                        NONE,
                        gain(trace));
            case G_CHANGE -> scene(NONE, g == null ? NONE : g.after(), after, null, fake, 0);
            case END -> scene(real, g == null ? fake : g.after(), after, null, NONE, 0);
        };
    }

    /** What the colours of a sentence's plot are. */
    static LabLegend.Colours colours(StepSentence.Kind kind) {
        return kind == StepSentence.Kind.D_CHANGE ? LabLegend.Colours.OTHER : LabLegend.Colours.ANSWER;
    }

    private static LabPlotContent scene(
            float[] real,
            float[] fake,
            FieldPainter.@Nullable Field colours,
            LabResult.@Nullable Forces forces,
            float[] before,
            double gain) {
        FieldPainter.Field contour = forces == null ? null : colours;
        return new LabPlotContent(real, fake, colours, contour, forces, gain, null, List.of(), before, false, NONE);
    }

    private static FieldPainter.Field field(StepTrace trace, float[] values, LabScale scale) {
        return lattice(trace, values, trace.field().neutral(), scale.colours());
    }

    private static FieldPainter.Field change(StepTrace trace, LabScale scale) {
        float[] change = new float[trace.field().after().length];
        float[] points = trace.field().lattice().points();
        double strongest = 0;
        for (int i = 0; i < change.length; i++) {
            change[i] = trace.field().after()[i] - trace.field().before()[i];
            if (trace.field().data().contains(points[2 * i], points[2 * i + 1])) {
                strongest = Math.max(strongest, Math.abs(change[i]));
            }
        }
        // Its own scale, because one step changes little; not that of rounding errors, nor of far away places.
        return lattice(trace, change, 0, Math.max(strongest, 1e-3 * CHANGE * scale.colours()));
    }

    private static FieldPainter.Field lattice(StepTrace trace, float[] values, double neutral, double scale) {
        return new FieldPainter.Field(
                trace.field().lattice().bounds(),
                trace.field().lattice().columns(),
                trace.field().lattice().rows(),
                values,
                neutral,
                scale);
    }

    /** Length of an arrow for a force of 1, so that the strongest is as long as an eighth of the plot. */
    private static double gain(StepTrace trace) {
        StepTrace.GeneratorHalf g = trace.generator();
        double strongest = 0;
        for (int i = 0; g != null && i < g.forces().length; i += 2) {
            strongest = Math.max(strongest, Math.hypot(g.forces()[i], g.forces()[i + 1]));
        }
        return strongest > 0 ? trace.field().data().width() / 8 / strongest : 0;
    }
}
