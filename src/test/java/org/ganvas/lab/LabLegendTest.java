package org.ganvas.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.PlotLegend;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.junit.jupiter.api.Test;

/** What stands around a plot in a file. */
final class LabLegendTest {

    private static final float[] POINT = {0, 0};
    private static final FieldPainter.Field FIELD =
            new FieldPainter.Field(new PointBounds(-1, -1, 1, 1), 2, 2, new float[4], 0, 2);

    private static RunInfo run(String preset) {
        return new RunInfo(
                1,
                new RunRequest(preset, PresetRegistry.get(preset).spec(), "builtin:ring", 7),
                "Ring of 8",
                1000,
                List.of());
    }

    private static LabLegend english(boolean averaged) {
        return new LabLegend("Ring of 8", averaged, Message::english);
    }

    private static LabPlotContent content(boolean real, boolean more) {
        return new LabPlotContent(
                real ? POINT : new float[0],
                POINT,
                FIELD,
                more ? FIELD : null,
                more ? new LabResult.Forces(POINT, POINT) : null,
                1,
                null,
                List.of(),
                new float[0],
                false,
                new float[0]);
    }

    private static List<String> words(PlotLegend legend) {
        return legend.marks().stream().map(PlotLegend.Mark::word).toList();
    }

    @Test
    void itNamesTheStepAndOnlyWhatIsInThePlot() {
        PlotLegend few = english(false).of(run("ring"), 12_345, content(false, false), LabLegend.Colours.ANSWER, null);
        assertEquals("Ring of 8, seed 7, step 12,345", few.title());
        assertEquals(List.of("generated"), words(few));
        assertEquals("", few.sentence());
        PlotLegend all = english(true).of(run("ring"), 5, content(true, true), LabLegend.Colours.ANSWER, null);
        assertEquals(List.of("real", "generated (averaged G)", "D cannot decide", "force on points"), words(all));
    }

    @Test
    void theKeyTellsLogitsWithProbabilitiesWhereTheLossHasThem() {
        PlotLegend ring = english(false).of(run("ring"), 5, content(true, false), LabLegend.Colours.ANSWER, null);
        assertEquals("generated −2.00 (12 %)", ring.low());
        assertEquals("2.00 (88 %) real", ring.high());
        PlotLegend critic =
                english(false).of(run("ring-wgan-gp"), 5, content(true, false), LabLegend.Colours.ANSWER, null);
        assertEquals("generated −2.00", critic.low());
        PlotLegend gap = english(false).of(run("ring"), 5, content(true, false), LabLegend.Colours.GAP, null);
        assertEquals("−2.00 too strict", gap.low());
        assertEquals("2.00 too trusting", gap.high());
        PlotLegend unit = english(false).of(run("ring"), 5, content(true, false), LabLegend.Colours.OTHER, null);
        assertEquals("2.00", unit.high());
    }

    @Test
    void itIsInOneLanguage() {
        LabLegend legend =
                new LabLegend("八点圆环", false, message -> MessageBundles.text(message, Locale.SIMPLIFIED_CHINESE));
        PlotLegend chinese = legend.of(
                run("ring"),
                5,
                content(true, false),
                LabLegend.Colours.ANSWER,
                Message.of("lab.gap.bits", "0.10", "0.40"));
        assertEquals("八点圆环，种子 7，第 5 步", chinese.title());
        assertEquals(List.of("真实", "生成"), words(chinese));
        assertEquals("生成 −2.00（12 %）", chinese.low());
        assertTrue(chinese.sentence().contains("0.10 比特"), chinese.sentence());
    }
}
