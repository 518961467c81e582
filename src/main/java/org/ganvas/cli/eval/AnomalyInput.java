package org.ganvas.cli.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.PathArgument;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.image.ImageFolderIndex;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.message.Message;
import org.ganvas.session.anomaly.NormalImages;
import org.ganvas.session.run.RunCapture;

/** Images that {@code anomaly} scores, one after the other. Used by the command's own thread. */
public final class AnomalyInput {

    /** The value that stands for the run's own images, of which it does not train on these. */
    public static final String DATA = "data";

    private final CliContext context;
    private final RunCapture run;
    private final GanSpec spec;
    private final List<Item> items = new ArrayList<>();

    /** One image, read when it is scored. */
    public interface Pixels {
        float[] read() throws DataException;
    }

    /**
     * One image.
     *
     * @param name of its file, or its place in the data
     * @param className empty where it has none
     * @param label class of the run's data; -1 where it has none
     */
    public record Item(String name, String className, int label, Pixels pixels) {}

    private AnomalyInput(CliContext context, RunCapture run) {
        this.context = context;
        this.run = run;
        spec = run.info().spec();
    }

    /**
     * The images of a value of {@code --input}.
     *
     * @param input {@link #DATA}, an image, a folder of images, or the id of a dataset
     * @throws CliException if there is no image of the networks' shape
     */
    public static List<Item> of(CliContext context, RunCapture run, String input) throws CliException, DataException {
        AnomalyInput images = new AnomalyInput(context, run);
        images.collect(input);
        return images.items;
    }

    private void collect(String input) throws CliException, DataException {
        if (input.equals(DATA)) {
            for (Dataset part : unseen()) {
                addAll(part);
            }
            return;
        }
        if (!DataOption.isBuiltIn(input) && Files.isRegularFile(PathArgument.of(input))) {
            Path file = PathArgument.of(input);
            items.add(new Item(
                    String.valueOf(file.getFileName()), "", -1, () -> SingleImageReader.read(file, spec.image())));
            return;
        }
        if (!DataOption.isBuiltIn(input) && Files.isDirectory(PathArgument.of(input))) {
            ImageFolderIndex index = ImageFolderIndex.of(PathArgument.of(input), context.untilStopped());
            if (!index.files().isEmpty()) {
                addAll(index);
                return;
            }
        }
        addAll(context.environment().data(DataOption.id(input), spec.image()));
    }

    private List<Dataset> unseen() throws DataException {
        String id = run.info().request().dataId();
        ImageShape shape = spec.image();
        Dataset data = context.environment().data(id, shape);
        Optional<Dataset> test = context.environment()
                .testData(id, shape)
                .filter(held -> held.shape().equals(data.shape()) && held.classCount() == data.classCount());
        return NormalImages.unseen(spec, data, test, run.info().request().seed());
    }

    private void addAll(ImageFolderIndex index) {
        for (int i = 0; i < index.files().size(); i++) {
            Path file = index.files().get(i);
            String name = index.base().relativize(file).toString().replace('\\', '/');
            String className = index.classNames().isEmpty()
                    ? ""
                    : index.classNames().get(index.labels().get(i));
            items.add(new Item(name, className, label(className), () -> SingleImageReader.read(file, spec.image())));
        }
    }

    private void addAll(Dataset data) throws CliException {
        if (!data.shape().equals(spec.image())) {
            throw new CliException(Message.of(
                    "cli.sample.inputShape",
                    data.name(),
                    data.shape().message(),
                    spec.image().message()));
        }
        for (int i = 0; i < data.size(); i++) {
            int index = i;
            String className = data.classCount() == 0 ? "" : data.classNames().get(data.label(i));
            items.add(new Item(String.format(Locale.ROOT, "%05d", items.size()), className, label(className), () -> {
                float[] image = new float[data.shape().size()];
                data.copyImage(index, image, 0);
                return image;
            }));
        }
    }

    /** Class of the run's data that a name stands for. */
    private int label(String className) {
        return className.isEmpty() ? -1 : run.info().classNames().indexOf(className);
    }
}
