package org.ganvas.bench.faults;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.decode.ReferenceReader;
import org.ganvas.data.registry.DatasetRegistry;

/**
 * Folders of two images of which one is corrupted: PNG, JPEG, GIF, BMP and TIFF as the JDK writes them, and every kind of
 * file that {@code reference-files.txt} lists where ImageMagick is there to write it. Used by one thread at a time.
 */
final class ImageFaults {

    private static final int SIDE = 24;

    private final Path folder;

    private ImageFaults(Path folder) {
        this.folder = folder;
    }

    /** Subjects by the format of their file, several variants each. */
    static Map<String, List<FaultSubject>> in(Path parent) throws IOException {
        Map<String, List<FaultSubject>> subjects = new LinkedHashMap<>();
        Path source = parent.resolve("source.png");
        ImageIO.write(painted(1), "png", source.toFile());
        for (String kind : List.of("png", "jpg", "gif", "bmp", "tif")) {
            Path file = file(parent, "jdk." + kind);
            ImageIO.write(painted(2), kind, file.toFile());
            add(subjects, kind, file);
        }
        Optional<ReferenceReader> writer = ReferenceReader.find();
        if (writer.isPresent()) {
            for (String line : ReferenceReader.files()) {
                String[] parts = line.split("\\s+", 3);
                Path file = file(parent, parts[0]);
                writer.get().write(source, parts[2], file);
                add(subjects, parts[0].substring(parts[0].lastIndexOf('.') + 1), file);
            }
        }
        return subjects;
    }

    private static Path file(Path parent, String name) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("images").resolve(name.replace('.', '-')));
        ImageIO.write(painted(0), "png", folder.resolve("a-good.png").toFile());
        return folder.resolve(name);
    }

    private static void add(Map<String, List<FaultSubject>> subjects, String kind, Path file) throws IOException {
        ImageFaults faults = new ImageFaults(file.getParent());
        if (faults.open() != FaultCheck.Outcome.OTHER_PIXELS) {
            throw new IOException(file + " is not read before it is corrupted");
        }
        subjects.computeIfAbsent(kind, key -> new ArrayList<>())
                .add(FaultSubject.of("images (" + kind + ")", file, Files.readAllBytes(file), faults::open));
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
            if (data.size() == 2) {
                return FaultCheck.Outcome.OTHER_PIXELS;
            }
            String told = data.remark().map(remark -> remark.english()).orElse("");
            boolean named = data.size() == 1 && FaultCheck.sentence(told) == FaultCheck.Outcome.REFUSED;
            return named ? FaultCheck.Outcome.LEFT_OUT : FaultCheck.Outcome.DIFFERENT;
        } catch (DataException e) {
            return FaultCheck.sentence(String.valueOf(e.getMessage()));
        }
    }
}
