package org.ganvas.project.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.dl4j.Dl4jModelReader;
import org.ganvas.engine.dl4j.Dl4jRunFactory;
import org.ganvas.engine.dl4j.ImportedNetwork;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;
import org.jspecify.annotations.Nullable;

/**
 * Deeplearning4j models as a run at step 0, to be trained here. Reading trusts nothing, as {@link Dl4jModelReader} says.
 * Takes up to seconds: call it on the {@code io} thread.
 */
public final class ModelImport {

    private ModelImport() {}

    /**
     * What is to be imported.
     *
     * @param generator a MultiLayerNetwork that makes pictures
     * @param discriminator one that judges them; null to keep the recipe's, untrained
     * @param classes how many of the generator's last inputs are a one-hot label; 0 to believe the file
     */
    public record Models(Path generator, @Nullable Path discriminator, int classes) {}

    /**
     * Reads.
     *
     * @param recipe what the models do not say: loss, optimizers, batch, data, seed, and the discriminator if there is
     *     none
     * @return a run whose facts about the data are not known yet
     * @throws ProjectException with one sentence, if a file is no model that this program can read or they do not fit
     */
    public static RunCapture load(Models models, RunRequest recipe) throws ProjectException {
        GanSpec base = recipe.spec();
        ImportedNetwork generator = read(models.generator(), Player.GENERATOR, null);
        ImageShape image = or(models.generator(), () -> image(generator.output(), base.image()));
        ImportedNetwork discriminator =
                models.discriminator() == null ? null : readDiscriminator(models.discriminator(), image);
        return or(models.generator(), () -> {
            GanSpec spec = spec(base, generator, discriminator, image, models.classes());
            if (!ProjectLimits.accepts(spec)) {
                throw new SpecException("its networks are too large to be meant");
            }
            RunRequest request = new RunRequest(recipe.presetId(), spec, recipe.dataId(), recipe.seed());
            return new RunCapture(
                    new RunInfo(0, request, recipe.dataId(), 1, List.of()),
                    Dl4jRunFactory.state(spec, recipe.seed(), generator, discriminator),
                    0,
                    new ScalarLog());
        });
    }

    private static ImportedNetwork readDiscriminator(Path file, ImageShape image) throws ProjectException {
        ImportedNetwork judge = read(file, Player.DISCRIMINATOR, LayerShape.of(image));
        if (judge.output().size() != 1) {
            throw refusal(
                    file,
                    new SpecException("it ends in %s numbers, and a discriminator here ends in one logit"
                            .formatted(judge.output())));
        }
        return judge;
    }

    private static GanSpec spec(
            GanSpec base,
            ImportedNetwork generator,
            @Nullable ImportedNetwork discriminator,
            ImageShape image,
            int classesAsked) {
        int classes = classesAsked > 0 ? classesAsked : generator.classes();
        int inputs = generator.input().size();
        if (inputs <= classes) {
            throw new SpecException(
                    "it takes %d numbers, so %d of them cannot be the label".formatted(inputs, classes));
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

    /** An imported discriminator is a stack, which judges as it did only if labels enter behind it. */
    private static Conditioning conditioning(GanSpec base, int classes, boolean judgeImported) {
        if (classes == 0) {
            return Conditioning.NONE;
        }
        return judgeImported || base.classes() != classes ? Conditioning.PROJECTION : base.conditioning();
    }

    /** Whether it makes another function of the same weights. */
    private static boolean changesDiscriminator(Regularizer regularizer) {
        return regularizer instanceof Regularizer.SpectralNorm || regularizer instanceof Regularizer.Packing;
    }

    /** A row of numbers is a picture of the recipe's shape if it can be; a picture says its shape itself. */
    private static ImageShape image(LayerShape made, ImageShape usual) {
        if (made.isRow() && made.size() == usual.size()) {
            return usual;
        }
        if (made.isRow() || made.channels() != 1 && made.channels() != 3) {
            throw new SpecException("it makes %s numbers, and pictures here are %s".formatted(made, usual));
        }
        return new ImageShape(made.channels(), made.height(), made.width());
    }

    private static ImportedNetwork read(Path file, Player player, @Nullable LayerShape pictures)
            throws ProjectException {
        if (!Files.isRegularFile(file)) {
            throw new ProjectException(
                    Files.exists(file)
                            ? "%s is not a file; choose a model that Deeplearning4j saved as a .zip.".formatted(file)
                            : "There is no file %s.".formatted(file));
        }
        try {
            return Dl4jModelReader.read(file, player, pictures);
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    private static <T> T or(Path file, Supplier<T> step) throws ProjectException {
        try {
            return step.get();
        } catch (SpecException e) {
            throw refusal(file, e);
        }
    }

    private static ProjectException refusal(Path file, Exception e) {
        return new ProjectException(
                "%s cannot be imported: %s; the file was left as it is and nothing was changed."
                        .formatted(file, IoErrorText.of(e)),
                e);
    }
}
