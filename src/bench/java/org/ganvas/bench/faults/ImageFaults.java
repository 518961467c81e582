package org.ganvas.bench.faults;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;

/** Folder of PNG and JPEG images of which one is corrupted. Used by one thread at a time. */
final class ImageFaults {

    private static final int IMAGES = 6;
    private static final int SIDE = 24;

    private final Path folder;

    private ImageFaults(Path folder) {
        this.folder = folder;
    }

    /** One subject for each kind of image file. */
    static List<FaultSubject> in(Path parent) throws IOException {
        ImageFaults faults = new ImageFaults(Files.createDirectories(parent.resolve("images")));
        List<FaultSubject> subjects = new ArrayList<>();
        for (String kind : List.of("png", "jpg")) {
            Path file = faults.folder;
            for (int i = 0; i < IMAGES; i++) {
                file = faults.folder.resolve("image" + i + "." + kind);
                ImageIO.write(painted(i), kind, file.toFile());
            }
            subjects.add(FaultSubject.of("images (" + kind + ")", file, Files.readAllBytes(file), faults::open));
        }
        return subjects;
    }

    private static BufferedImage painted(int number) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, (i * 97 + number * 31337) & 0xffffff);
        }
        return image;
    }

    private FaultCheck.Outcome open() {
        try {
            Dataset data = DatasetRegistry.open(folder.toString(), ProgressListener.NONE);
            data.copyImage(data.size() - 1, new float[data.shape().size()], 0);
            if (data.size() == 2 * IMAGES) {
                return FaultCheck.Outcome.OTHER_PIXELS;
            }
            boolean says = data.size() == 2 * IMAGES - 1 && !data.remark().isEmpty();
            return says ? FaultCheck.Outcome.LEFT_OUT : FaultCheck.Outcome.DIFFERENT;
        } catch (DataException e) {
            return FaultCheck.sentence(String.valueOf(e.getMessage()));
        }
    }
}
