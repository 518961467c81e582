package org.ganvas.project.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.FileException;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.dl4j.Dl4jModelReader;
import org.ganvas.engine.dl4j.Dl4jRunFactory;
import org.ganvas.engine.dl4j.ImportedDl4jNetwork;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.message.Message;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;
import org.jspecify.annotations.Nullable;

/**
 * Import of models that Deeplearning4j saved, as a run at step 0. Reading trusts nothing: see {@link Dl4jModelReader}.
 * Takes up to seconds: call it on the {@code io} thread.
 */
public final class ModelImport {

    private ModelImport() {}

    /**
     * Files to import.
     *
     * @param generator a MultiLayerNetwork that makes images
     * @param discriminator a MultiLayerNetwork that scores them; null to keep that of the preset, untrained
     * @param classes number of the generator's last inputs that are a one-hot label; 0 to take the file's own number
     */
    public record Models(Path generator, @Nullable Path discriminator, int classes) {}

    /**
     * Reads the files as a run whose facts about the data are not known yet.
     *
     * @param request everything that the models do not hold: loss, optimizers, batch, data, seed, and the discriminator
     *     if there is none
     * @throws ProjectException if a file is no model that this program can read or the models do not fit together
     */
    public static RunCapture load(Models models, RunRequest request) throws ProjectException {
        GanSpec base = request.spec();
        ImportedDl4jNetwork generator = read(models.generator(), Player.GENERATOR, null);
        ImageShape image = checked(models.generator(), () -> image(generator.output(), base.image()));
        ImportedDl4jNetwork discriminator =
                models.discriminator() == null ? null : readDiscriminator(models.discriminator(), image);
        return checked(models.generator(), () -> {
            GanSpec spec = spec(base, generator, discriminator, image, models.classes());
            if (!ProjectLimits.accepts(spec)) {
                throw new FileException(Message.of("project.check.networks"));
            }
            RunRequest imported = request.withSpec(spec);
            return new RunCapture(
                    new RunInfo(0, imported, request.dataId(), 1, List.of()),
                    Dl4jRunFactory.state(spec, request.seed(), generator, discriminator),
                    0,
                    new ScalarLog());
        });
    }

    private static ImportedDl4jNetwork readDiscriminator(Path file, ImageShape image) throws ProjectException {
        ImportedDl4jNetwork discriminator = read(file, Player.DISCRIMINATOR, LayerShape.of(image));
        return checked(file, () -> {
            if (discriminator.output().size() != 1) {
                throw new FileException(Message.of("project.import.outputs", discriminator.output()));
            }
            return discriminator;
        });
    }

    private static GanSpec spec(
            GanSpec base,
            ImportedDl4jNetwork generator,
            @Nullable ImportedDl4jNetwork discriminator,
            ImageShape image,
            int labels)
            throws FileException {
        int classes = labels > 0 ? labels : generator.classes();
        int inputs = generator.input().size();
        if (inputs <= classes) {
            throw new FileException(Message.of("project.import.inputs", inputs, classes));
        }
        Conditioning conditioning = conditioning(base, classes, discriminator != null);
        return new GanSpec(
                inputs - classes,
                image,
                classes,
                conditioning,
                conditioning == Conditioning.INFORMATION ? base.codes() : 0,
                generator.spec(base.generator().init()),
                discriminator == null
                        ? base.discriminator()
                        : discriminator.spec(base.discriminator().init()),
                base.loss(),
                base.regularizers().stream()
                        .filter(each -> discriminator == null || !changesDiscriminator(each))
                        .toList(),
                base.training());
    }

    /** Projection with an imported discriminator, because it scores as before only if labels enter behind its layers. */
    private static Conditioning conditioning(GanSpec base, int classes, boolean discriminatorImported) {
        if (classes == 0) {
            return Conditioning.NONE;
        }
        return discriminatorImported || base.classes() != classes ? Conditioning.PROJECTION : base.conditioning();
    }

    /** Whether a regularizer changes the function that given weights of D compute. */
    private static boolean changesDiscriminator(Regularizer regularizer) {
        return regularizer instanceof Regularizer.SpectralNorm || regularizer instanceof Regularizer.Packing;
    }

    /** Shape of the images: that of the preset if G ends in a row of as many numbers, otherwise the shape of G's output. */
    private static ImageShape image(LayerShape made, ImageShape usual) throws FileException {
        if (made.isRow() && made.size() == usual.size()) {
            return usual;
        }
        if (made.isRow() || made.channels() != 1 && made.channels() != 3) {
            throw new FileException(Message.of("project.import.image", made, Message.verbatim(usual.toString())));
        }
        return new ImageShape(made.channels(), made.height(), made.width());
    }

    private static ImportedDl4jNetwork read(Path file, Player player, @Nullable LayerShape images)
            throws ProjectException {
        if (!Files.isRegularFile(file)) {
            throw new ProjectException(
                    Files.exists(file)
                            ? Message.of("project.import.notAFile", file)
                            : Message.of("project.open.noFile", file));
        }
        return checked(file, () -> Dl4jModelReader.read(file, player, images));
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T checked(Path file, Step<T> step) throws ProjectException {
        try {
            return step.run();
        } catch (SpecException e) {
            throw new ProjectException(Message.of("project.import.wrongSettings", file, e.message()), e);
        } catch (IOException e) {
            throw new ProjectException(Message.of("project.import.refused", file, IoErrorText.of(e)), e);
        }
    }
}
