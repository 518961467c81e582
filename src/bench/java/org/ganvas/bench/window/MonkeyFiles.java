package org.ganvas.bench.window;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.ganvas.view.prompt.FileDialogs;
import org.jspecify.annotations.Nullable;

/**
 * Good and bad files and folders for drops, and file dialogs that answer with one of them, with a file to write, or not
 * at all. FX thread.
 */
public final class MonkeyFiles implements FileDialogs {

    private static final int IMAGES = 24;
    private static final int SIDE = 20;
    private static final int POINTS = 300;

    private final List<File> inputs = new ArrayList<>();
    private final List<File> folders = new ArrayList<>();
    private final Path outputs;
    private final SeededRandomStream random;
    private String last = "no dialog";

    /**
     * @param folder of all files, read and written
     */
    public MonkeyFiles(Path folder, SeededRandomStream random) throws IOException {
        this.random = random;
        outputs = Files.createDirectories(folder.resolve("written"));
        Path images = Files.createDirectories(folder.resolve("images"));
        for (int i = 0; i < IMAGES; i++) {
            writeImage(images.resolve(i + ".png"), i);
        }
        for (String name : List.of("a", "b")) {
            Path classes = Files.createDirectories(folder.resolve("classes").resolve(name));
            for (int i = 0; i < IMAGES / 2; i++) {
                writeImage(classes.resolve(i + ".png"), i + name.charAt(0));
            }
        }
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("1.png"), "no image");
        writeImage(damaged.resolve("2.png"), 2);
        folders.addAll(List.of(
                images.toFile(),
                folder.resolve("classes").toFile(),
                damaged.toFile(),
                Files.createDirectories(folder.resolve("empty")).toFile(),
                folder.resolve("missing folder").toFile()));
        writeFiles(folder, images);
    }

    private void writeFiles(Path folder, Path images) throws IOException {
        StringBuilder points = new StringBuilder("x,y\n");
        for (int i = 0; i < POINTS; i++) {
            points.append(String.format(Locale.ROOT, "%.4f,%.4f%n", Math.cos(i), Math.sin(i)));
        }
        write(folder.resolve("points.csv"), points.toString());
        write(folder.resolve("words.csv"), "name,place\nAda,London\n");
        write(folder.resolve("nothing.tsv"), "");
        write(folder.resolve("damaged.ganvas"), "PK no project");
        write(folder.resolve("damaged.zip"), "PK no model");
        write(folder.resolve("notes.txt"), "1 2\n3 4\nfive six\n");
        Path project = folder.resolve("project.ganvas");
        try {
            new ProjectStore().save(RunFixtures.rendered(), project);
        } catch (ProjectException e) {
            throw new IOException(e);
        }
        inputs.add(project.toFile());
        inputs.add(images.resolve("3.png").toFile());
        inputs.add(folder.resolve("missing.ganvas").toFile());
    }

    private void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        inputs.add(file.toFile());
    }

    private static void writeImage(Path file, int seed) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, (i * 977 + seed * 65_537) & 0xffffff);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    /** Some file or folder, good or bad. */
    public File dropped() {
        return random.nextInt(3) == 0 ? one(folders) : one(inputs);
    }

    /** Last dialog and its answer. */
    String last() {
        return last;
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private @Nullable File answer(String title, File chosen) {
        File answer = random.nextInt(4) == 0 ? null : chosen;
        last = title + " → " + (answer == null ? "cancelled" : answer.getName());
        return answer;
    }

    @Override
    public @Nullable File open(FileChooser chooser, @Nullable Window owner) {
        return answer(chooser.getTitle(), one(inputs));
    }

    /** One of few files, so that most are replaced, or one in a folder that does not exist. */
    @Override
    public @Nullable File save(FileChooser chooser, @Nullable Window owner) {
        String name = chooser.getInitialFileName();
        Path folder = random.nextInt(6) == 0 ? outputs.resolve("missing folder") : outputs;
        return answer(
                chooser.getTitle(),
                folder.resolve(random.nextInt(3) + "-" + name).toFile());
    }

    @Override
    public @Nullable File folder(DirectoryChooser chooser, @Nullable Window owner) {
        return answer(chooser.getTitle(), one(folders));
    }
}
