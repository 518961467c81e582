package org.ganvas.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.data.PointBounds;
import org.junit.jupiter.api.Test;

/** What stands around a plot in a file. */
final class LayeredPlotImageTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final ScatterPlotPalette DARK = ScatterPlotPalette.DARK;
    private static final FieldPainter.Field FIELD =
            new FieldPainter.Field(new PointBounds(-1, -1, 1, 1), 2, 2, new float[4], 0, 1);

    /** Font that notes what is written, each letter 8 pixels wide and 12 high. */
    private static final class NotedFont implements PlotFont {

        private final List<String> texts = new ArrayList<>();

        @Override
        public int width(String text) {
            return 8 * text.length();
        }

        @Override
        public int height() {
            return 12;
        }

        @Override
        public void draw(int[] pixels, int imageWidth, String text, int x, int y, int colour) {
            assertTrue(x >= 0 && x + width(text) <= imageWidth, text + " is cut");
            assertTrue(y >= 0 && y + height() <= pixels.length / imageWidth, text + " is below the image");
            texts.add(text);
        }
    }

    private final NotedFont font = new NotedFont();

    private int[] render(PlotLegend legend, ScatterPlotPalette palette) {
        LayeredPlotImage image = new LayeredPlotImage(WIDTH, HEIGHT, 1, font, legend, 0);
        assertEquals(0, image.imageHeight() % 2);
        LayeredPlot plot = new LayeredPlot(
                new ScatterPlotData(new PointBounds(-1, -1, 1, 1), new float[0], new float[0], LatentTrail.EMPTY),
                legend.low().isEmpty() ? null : FIELD,
                PlotLayer.NONE,
                PlotLayer.NONE,
                legend);
        int[] pixels = image.render(plot, palette);
        assertEquals(image.imageWidth() * image.imageHeight(), pixels.length);
        return pixels;
    }

    private static long count(int[] pixels, int colour) {
        return Arrays.stream(pixels).filter(pixel -> pixel == colour).count();
    }

    @Test
    void titleMarksKeyAndSentenceAreWrittenAndFit() {
        PlotLegend legend = new PlotLegend(
                "Ring of 8, step 5",
                List.of(
                        new PlotLegend.Mark(PlotLegend.Sign.CROSS, "real"),
                        new PlotLegend.Mark(PlotLegend.Sign.DOT, "generated")),
                "generated −2",
                "2 real",
                "a sentence that takes more than a single line of this image");
        render(legend, DARK);
        assertTrue(
                font.texts.containsAll(List.of("Ring of 8, step 5", "real", "generated", "generated −2", "2 real")),
                font.texts.toString());
        assertEquals(
                List.of("a sentence that takes more than a", "single line of this image"),
                font.texts.subList(font.texts.size() - 2, font.texts.size()));
    }

    @Test
    void chineseBreaksBetweenCharacters() {
        String text = "分辨真实点与生成点的把握分辨真实点与生成点的把握分辨真实点与生成点的把握分辨真实点";
        render(new PlotLegend("", List.of(), "", "", text), DARK);
        String first = font.texts.get(font.texts.size() - 2);
        String second = font.texts.get(font.texts.size() - 1);
        assertEquals(text, first + second);
        assertEquals(WIDTH / 8, first.length());
    }

    @Test
    void signsHaveTheColoursOfThePlot() {
        PlotLegend none = PlotLegend.ofTitle("");
        PlotLegend all = new PlotLegend(
                "",
                List.of(
                        new PlotLegend.Mark(PlotLegend.Sign.CROSS, "a"),
                        new PlotLegend.Mark(PlotLegend.Sign.DOT, "b"),
                        new PlotLegend.Mark(PlotLegend.Sign.LINE, "c"),
                        new PlotLegend.Mark(PlotLegend.Sign.ARROW, "d")),
                "",
                "",
                "");
        for (int colour : new int[] {DARK.real(), DARK.generated(), DARK.discriminator(), DARK.gradient()}) {
            assertEquals(0, count(render(none, DARK), colour));
            assertTrue(count(render(all, DARK), colour) > 4);
        }
    }

    @Test
    void theKeyGoesFromOneColourToTheOther() {
        int[] pixels = render(new PlotLegend("", List.of(), "low", "high", ""), DARK);
        int[] shades = FieldPainter.shades(DARK);
        assertTrue(count(pixels, shades[0]) >= 8);
        assertTrue(count(pixels, shades[shades.length - 1]) >= 8);
    }

    @Test
    void everythingAroundThePlotHasTheBackgroundOfTheTheme() {
        int[] dark = render(PlotLegend.ofTitle(""), DARK);
        assertEquals(0, count(dark, 0xFFFFFFFF));
        assertEquals(DARK.background(), dark[0]);
        assertEquals(DARK.background(), dark[dark.length - 1]);
    }
}
