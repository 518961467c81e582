package org.ganvas.bench.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.WritableImage;
import org.ganvas.data.ImageShape;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.AnimatedGifExport;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.session.run.SampleGrid;

/** Film of the README: screenshots of the window at half size during training. Used by one thread. */
final class ReadmeFilm {

    private static final int FRAMES = 24;
    private static final double GROWTH = 1.26;
    private static final long FIRST = 10;
    private static final double FRAMES_PER_SECOND = 4;
    private static final int REST = 8;

    private final List<SampleGrid> frames = new ArrayList<>();

    /** Steps of the frames, dense at the start of training. */
    static List<Long> steps() {
        return IntStream.range(0, FRAMES)
                .mapToObj(frame -> Math.round(FIRST * Math.pow(GROWTH, frame)))
                .toList();
    }

    /** Adds a frame at half size, each pixel the mean of four. */
    void shoot(WritableImage window, long step) {
        int width = (int) window.getWidth() / 2;
        int height = (int) window.getHeight() / 2;
        float[] pixels = new float[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    pixels[(channel * height + y) * width + x] = mean(window, 2 * x, 2 * y, 16 - 8 * channel);
                }
            }
        }
        frames.add(new SampleGrid(new ImageShape(3, height, width), 1, 1, pixels, new int[0], step));
    }

    private static float mean(WritableImage window, int x, int y, int shift) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += window.getPixelReader().getArgb(x + i % 2, y + i / 2) >> shift & 0xff;
        }
        return sum / 4f / 127.5f - 1;
    }

    /** Writes the film; the last frame is held before it repeats. */
    void save(Path file) throws ProjectException {
        AnimatedGifExport.save(
                new ContactSheetStyle(1, 0),
                FRAMES_PER_SECOND,
                gif -> {
                    for (SampleGrid frame : frames) {
                        gif.add(frame);
                    }
                    for (int i = 0; i < REST; i++) {
                        gif.add(frames.get(frames.size() - 1));
                    }
                },
                file);
    }
}
