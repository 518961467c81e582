package org.ganvas.project.media;

import java.util.concurrent.atomic.AtomicInteger;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.session.run.SampleGrid;

/** Films for tests: a bright square that moves over a ramp. */
final class FilmFixtures {

    static final ImageShape GREY = new ImageShape(1, 16, 16);
    static final ImageShape COLOUR = new ImageShape(3, 16, 16);
    static final int COUNT = 7;
    static final int SCALE = 3;

    private FilmFixtures() {}

    static FilmFrames of(ImageShape shape) {
        return of(shape, ProgressListener.NONE);
    }

    static FilmFrames of(ImageShape shape, ProgressListener progress) {
        return FilmFrames.ofGrids(COUNT, new ContactSheetStyle(SCALE, 0), i -> grid(shape, i), progress);
    }

    static SampleGrid grid(ImageShape shape, int frame) {
        float[] pixels = new float[shape.size()];
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int i = 0; i < 256; i++) {
                boolean square = i / 16 >= 4 && i / 16 < 8 && i % 16 >= frame && i % 16 < frame + 4;
                pixels[channel * 256 + i] = square ? 1 - channel : (i % 16 + channel * (i / 16)) / 15f - 1;
            }
        }
        return new SampleGrid(shape, 1, 1, pixels, new int[0], 0);
    }

    /** Progress that cancels after so many frames. */
    static ProgressListener stopAfter(int frames) {
        AtomicInteger seen = new AtomicInteger();
        return new ProgressListener() {
            @Override
            public void report(double fraction) {
                seen.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return seen.get() >= frames;
            }
        };
    }
}
