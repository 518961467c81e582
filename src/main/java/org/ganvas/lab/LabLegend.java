package org.ganvas.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.PlotLegend;
import org.ganvas.scatter.PlotLegend.Mark;
import org.ganvas.scatter.PlotLegend.Sign;
import org.ganvas.session.run.RunInfo;
import org.jspecify.annotations.Nullable;

/**
 * Legends of the Lab's plots in files, in one language: what run and step it is, what the signs and colours mean, and how
 * much D knows. Immutable; any thread.
 *
 * @param preset name of the run's preset
 * @param averaged whether G has its averaged weights
 * @param words text of a message
 */
public record LabLegend(String preset, boolean averaged, Function<Message, String> words) {

    /** What the colours of a plot are. */
    public enum Colours {
        /** D's answer, or the best one. */
        ANSWER,
        /** The answer less the best one. */
        GAP,
        /** Another function, whose scale is told in numbers alone. */
        OTHER
    }

    /** The meaning of the colours of some layers. */
    public static Colours colours(Iterable<LabLayer> layers) {
        for (LabLayer layer : layers) {
            if (layer == LabLayer.GAP) {
                return Colours.GAP;
            }
        }
        return Colours.ANSWER;
    }

    /**
     * The legend of a plot.
     *
     * @param sentence below it; null for none
     */
    public PlotLegend of(RunInfo run, long step, LabPlotContent content, Colours colours, @Nullable Message sentence) {
        FieldPainter.Field field = content.colours();
        return new PlotLegend(
                words.apply(Message.of("lab.file.title", preset, run.request().seed(), NumberText.grouped(step))),
                marks(content),
                field == null ? "" : words.apply(end(run.spec(), field, colours, -1)),
                field == null ? "" : words.apply(end(run.spec(), field, colours, 1)),
                sentence == null ? "" : words.apply(sentence));
    }

    private List<Mark> marks(LabPlotContent content) {
        List<Mark> marks = new ArrayList<>();
        if (content.real().length > 0) {
            marks.add(mark(Sign.CROSS, Message.of("lab.file.real")));
        }
        if (content.generated().length > 0) {
            marks.add(mark(Sign.DOT, averaged ? Message.of("lab.file.averaged") : Message.of("lab.file.generated")));
        }
        if (content.before().length > 0) {
            marks.add(mark(Sign.RING, Message.of("lab.file.before")));
        }
        if (content.isOfLatents()) {
            marks.add(mark(Sign.LATENT, Message.of("lab.file.latents")));
        }
        if (content.contour() != null) {
            marks.add(mark(Sign.LINE, Message.of("lab.file.contour")));
        }
        if (content.forces() != null) {
            marks.add(mark(Sign.ARROW, Message.of("lab.file.force")));
        }
        return marks;
    }

    private Mark mark(Sign sign, Message word) {
        return new Mark(sign, words.apply(word));
    }

    /**
     * Text at an end of the colours.
     *
     * @param side -1 for orange, 1 for green
     */
    public static Message end(GanSpec spec, FieldPainter.Field field, Colours colours, int side) {
        double value = field.neutral() + side * field.scale();
        return switch (colours) {
            case ANSWER -> LabTexts.end(spec.loss(), field.neutral(), field.scale(), side);
            case GAP ->
                side < 0
                        ? Message.of("lab.key.gapLow", NumberText.hundredths(value))
                        : Message.of("lab.key.gapHigh", NumberText.hundredths(value));
            case OTHER ->
                Message.verbatim(String.format(Locale.ROOT, "%.3g", value).replace('-', '−'));
        };
    }
}
