package org.ganvas.session.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.ModelWeights;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Looks into one subject. The {@code inside} thread's; holds native memory until closed. */
final class LayerProbes implements AutoCloseable {

    /** Pictures whose activations are counted. */
    private static final int FEW = 16;

    private final InspectedRun subject;
    private final GeneratorProbe generator;
    private final DiscriminatorProbe discriminator;
    private final NearestImageSearch search;
    private long step = -1;
    private @Nullable TrainerState standing;

    /**
     * @param found called when a search has found something
     * @param failed hears of an error that would otherwise be lost
     */
    LayerProbes(InspectedRun subject, Runnable found, Consumer<Throwable> failed) {
        this.subject = subject;
        generator = new GeneratorProbe(subject.spec());
        discriminator = new DiscriminatorProbe(subject.spec());
        search = new NearestImageSearch(subject.data(), found, failed);
    }

    /** Takes the newest weights from training, if there are new ones. */
    void takeWeights() {
        if (standing != null) {
            standing = null;
            step = -1;
        }
        ModelWeights weights = subject.take();
        if (weights != null) {
            generator.load(weights.generator());
            discriminator.load(weights);
            step = weights.step();
            subject.giveBack(weights);
        }
    }

    /** Takes the weights of a moment, unless it has them. */
    void takeWeights(TrainerState moment) {
        if (standing != moment) {
            generator.load(moment, subject.averaged());
            discriminator.load(moment);
            step = moment.step();
            standing = moment;
        }
    }

    /** Whether there is anything to look at. */
    boolean ready() {
        return step >= 0;
    }

    /** Looks; a search that is wanted begins, and its answer comes with a later look. */
    InspectionResult look(InspectionRequest request) {
        SampleGrid drawn = subject.grid(generator.generate(subject.latents(), subject.labels()), step);
        SampleGrid real = subject.real();
        int[] realLabels =
                real.labels().length > 0 && subject.spec().conditioning().usesLabels()
                        ? real.labels()
                        : subject.labels();
        search(request, drawn);
        return new InspectionResult(
                subject.run(),
                step,
                drawn,
                discriminator.logits(drawn.pixels(), subject.labels()),
                real,
                discriminator.logits(real.pixels(), realLabels),
                request.player(),
                request.layers() ? layers(request, drawn) : List.of(),
                request.layer() < 0 ? null : maps(request, drawn, realLabels),
                search.newest());
    }

    private List<LayerLook> layers(InspectionRequest request, SampleGrid drawn) {
        int few = Math.min(FEW, subject.labels().length);
        int[] labels = Arrays.copyOf(subject.labels(), few);
        float[] latents = Arrays.copyOf(subject.latents(), few * subject.spec().latentDim());
        float[] pictures = Arrays.copyOf(drawn.pixels(), few * drawn.shape().size());
        List<LayerStatistics> figures = request.player() == Player.GENERATOR
                ? generator.layerStatistics(latents, labels)
                : discriminator.layerStatistics(pictures, labels);
        return figures.stream()
                .map(one -> new LayerLook(
                        one.name(), one.channels(), one.height(), one.width(), one.weights(), one.activations()))
                .toList();
    }

    private @Nullable FeatureMaps maps(InspectionRequest request, SampleGrid drawn, int[] realLabels) {
        boolean ofGenerator = request.player() == Player.GENERATOR;
        int index = Math.min(request.pick().index(), drawn.count() - 1);
        boolean generated = request.pick().generated() || ofGenerator;
        int width = subject.spec().latentDim();
        int size = drawn.shape().size();
        float[] from = ofGenerator
                ? subject.latents()
                : generated ? drawn.pixels() : subject.real().pixels();
        int each = ofGenerator ? width : size;
        float[] one = Arrays.copyOfRange(from, index * each, (index + 1) * each);
        int label = generated ? subject.labels()[index] : realLabels[index];
        List<LayerStatistics> shapes = ofGenerator
                ? generator.layerStatistics(one, new int[] {label})
                : discriminator.layerStatistics(one, new int[] {label});
        if (request.layer() >= shapes.size()) {
            return null;
        }
        LayerStatistics layer = shapes.get(request.layer());
        float[] values = ofGenerator
                ? generator.featureMaps(one, label, request.layer())
                : discriminator.featureMaps(one, label, request.layer());
        int used = layer.channels() * layer.height() * layer.width();
        return new FeatureMaps(
                request.layer(),
                layer.name(),
                layer.channels(),
                layer.height(),
                layer.width(),
                Arrays.copyOf(values, used));
    }

    /** Once for each search: the picture goes on changing, the answer belongs to the one that was clicked. */
    private void search(InspectionRequest request, SampleGrid drawn) {
        if (request.search() == 0 || search.began(request.search())) {
            return;
        }
        int size = drawn.shape().size();
        SampleGrid from = request.pick().generated() ? drawn : subject.real();
        int index = Math.min(request.pick().index(), from.count() - 1);
        float[] picture = Arrays.copyOfRange(from.pixels(), index * size, (index + 1) * size);
        search.begin(request.search(), new SampleGrid(drawn.shape(), 1, 1, picture, new int[0], step));
    }

    @Override
    public void close() {
        search.close();
        generator.close();
        discriminator.close();
    }
}
