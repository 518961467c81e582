package org.ganvas.bench.classifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.classifier.ClassifierCard;
import org.ganvas.project.classifier.ClassifierStore;

/**
 * Trains the classifiers of the built-in images, one for each shape that a preset has, and writes them as resources; to be
 * run again whenever the images or {@code ClassifierTrainingSpec.VERSION} change. About four minutes of one core a shape.
 * Arguments: the folder of the resources ({@code src/main/resources/classifiers}, emptied first), then shapes such as
 * {@code 1x28x28} for those alone, which leaves the others there.
 */
public final class ShippedClassifierTraining {

    private ShippedClassifierTraining() {}

    public static void main(String[] args) throws Exception {
        NativeEngine.setThreads(1);
        NativeEngine.start();
        Path folder = Path.of(args.length > 0 ? args[0] : "src/main/resources/classifiers");
        List<String> chosen = List.of(args).subList(Math.min(1, args.length), args.length);
        if (chosen.isEmpty() && Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        TreeSet<String> shapes = new TreeSet<>();
        PresetRegistry.all().stream()
                .map(preset -> preset.spec().image())
                .filter(image -> !image.isPoint())
                .map(ShippedClassifierTraining::text)
                .forEach(shapes::add);
        for (String shape : chosen.isEmpty() ? shapes : chosen) {
            train(shape, folder);
        }
        System.exit(0);
    }

    private static String text(ImageShape shape) {
        return String.format(Locale.ROOT, "%dx%dx%d", shape.channels(), shape.height(), shape.width());
    }

    private static void train(String text, Path folder) throws Exception {
        int[] sizes = List.of(text.split("x")).stream().mapToInt(Integer::parseInt).toArray();
        ImageShape shape = new ImageShape(sizes[0], sizes[1], sizes[2]);
        Dataset learn = DatasetRegistry.open(DatasetEntry.DOODLES, shape, ProgressListener.NONE);
        Dataset held = DatasetRegistry.openTest(DatasetEntry.DOODLES, shape, ProgressListener.NONE)
                .orElseThrow();
        long start = System.nanoTime();
        ClassifierCard card = new ClassifierStore(folder).ship(learn, held, folder, ProgressListener.NONE);
        System.out.printf(Locale.ROOT,
                "%s: %.2f %% of %,d right after %.0f s, weights %s%n",
                text,
                100 * card.accuracy(),
                card.tested(),
                (System.nanoTime() - start) / 1e9,
                card.sha256());
    }
}
