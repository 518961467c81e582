package org.ganvas.viewmodel.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleImageFilesTest {

    private static final float[] TWO_BY_TWO = {-1, 1, 1, -1};

    @TempDir
    Path folder;

    private final WindowFixture bench = WindowFixture.trained();

    private static SampleGrid image(long step) {
        return new SampleGrid(new ImageShape(1, 2, 2), 1, 1, TWO_BY_TWO, new int[0], step);
    }

    private Path save(long step, int scale) {
        Path file = folder.resolve("one.png");
        bench.prompts.export(file);
        bench.window.explore().imageFiles().save(image(step), scale);
        bench.frames(1);
        return file;
    }

    @Test
    void pixelsBecomeSquaresOfTheChosenSize() throws Exception {
        BufferedImage saved = ImageIO.read(save(12, 4).toFile());
        assertEquals(8, saved.getWidth());
        assertEquals(0, saved.getRGB(3, 3) & 0xFF);
        assertEquals(0xFF, saved.getRGB(4, 3) & 0xFF);
        assertEquals(List.of("image-step-12.png"), bench.prompts.questions());
        assertEquals(
                "Image saved to one.png.",
                bench.window.notices().toastProperty().get());
    }

    @Test
    void generatedImagesSayWhatMadeThemAndRealOnesDoNot() throws Exception {
        String generated = Files.readString(save(12, 1), StandardCharsets.ISO_8859_1);
        assertTrue(generated.contains("tEXt") || generated.contains("iTXt"));
        String real = Files.readString(save(0, 1), StandardCharsets.ISO_8859_1);
        assertTrue(!real.contains("tEXt") && !real.contains("iTXt"));
        assertEquals("image.png", bench.prompts.questions().get(1));
    }

    @Test
    void aFileThatCannotBeWrittenIsReported() {
        bench.prompts.export(folder.resolve("missing").resolve("one.png"));
        bench.window.explore().imageFiles().save(image(12), 1);
        bench.frames(1);
        assertTrue(bench.window.notices().problemProperty().get().contains("one.png"));
    }
}
