package org.ganvas.session.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.augment.DiscriminatorInputPreview;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.EncoderProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.background.NetworkWorker;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Probes of all networks of the inspected run. The {@code inspector} thread's; holds native memory until closed. */
final class LayerProbes implements NetworkWorker.Probes<InspectionRequest, InspectionResult> {

    /** Images whose activations are counted. */
    private static final int HISTOGRAM_IMAGES = 16;

    private static final int INPUT_IMAGES = 24;
    private static final int INPUT_COLUMNS = 8;

    private final InspectedRun run;
    private final GeneratorProbe generator;
    private final DiscriminatorProbe discriminator;
    private final @Nullable EncoderProbe encoder;
    private final DiscriminatorInputPreview inputs;
    private final NearestImageSearch search;
    private long step = -1;
    private SimilarityTransform place = SimilarityTransform.IDENTITY;
    private SampleGrid real;
    private @Nullable CheckpointWeights loaded;

    /**
     * @param found called when a search has found something
     * @param failed receives an error that would otherwise be lost
     */
    LayerProbes(InspectedRun run, Runnable found, Consumer<Throwable> failed) {
        this.run = run;
        real = run.real();
        generator = new GeneratorProbe(run.spec());
        discriminator = new DiscriminatorProbe(run.spec());
        encoder = run.spec().game() instanceof EncodingSpec ? new EncoderProbe(run.spec()) : null;
        inputs = new DiscriminatorInputPreview(run.spec());
        search = new NearestImageSearch(run.data(), found, failed);
    }

    @Override
    public void takeWeights() {
        if (loaded != null) {
            loaded = null;
            step = -1;
        }
        PlayerWeights weights = run.buffer().take();
        if (weights != null) {
            generator.load(weights);
            discriminator.load(weights);
            if (encoder != null) {
                encoder.load(weights);
            }
            inputs.load(weights.spec(), new TrainerState(weights.step(), weights.inputs()));
            newWeights(weights.step(), weights.place());
            run.buffer().giveBack(weights);
        }
    }

    @Override
    public void takeWeights(CheckpointWeights checkpoint) {
        if (loaded != checkpoint) {
            generator.load(checkpoint.state(), run.averaged());
            discriminator.load(checkpoint.state());
            if (encoder != null) {
                encoder.load(checkpoint.state());
            }
            inputs.load(checkpoint.state());
            newWeights(checkpoint.state().step(), checkpoint.place());
            loaded = checkpoint;
        }
    }

    private void newWeights(long newStep, SimilarityTransform newPlace) {
        step = newStep;
        place = newPlace;
        real = run.real().at(newPlace);
    }

    @Override
    public boolean hasWeights() {
        return step >= 0;
    }

    /** Inspects. A requested search starts, and its answer comes with a later result. */
    @Override
    public InspectionResult answer(InspectionRequest request) {
        SampleGrid generated = run.fixed()
                .grid(generator.generate(run.fixed().latents(), run.fixed().labels()), step, place);
        int[] realLabels = real.labels().length > 0 && run.spec().conditioning().usesLabels()
                ? real.labels()
                : run.fixed().labels();
        search(request, generated);
        return new InspectionResult(
                run.number(),
                step,
                generated,
                discriminator.logits(
                        generated.pixels(), run.fixed().labels(), run.fixed().latents()),
                real,
                discriminator.logits(real.pixels(), realLabels, besideReal(real.pixels())),
                request.player(),
                request.layers() ? layers(request, generated) : List.of(),
                request.layer() < 0 ? null : maps(request, generated, realLabels),
                search.newest(),
                request.field() == null ? null : field(request.field(), generated, realLabels),
                request.inputs() ? new DiscriminatorInputs(seen(real, true), seen(generated, false), changed()) : null);
    }

    private boolean changed() {
        return DiscriminatorInputPreview.changes(run.spec());
    }

    /** The first images of a grid as D sees them. */
    private SampleGrid seen(SampleGrid images, boolean ofData) {
        int few = Math.min(INPUT_IMAGES, images.count());
        int columns = Math.min(INPUT_COLUMNS, few);
        int shown = few / columns * columns;
        float[] some = Arrays.copyOf(images.pixels(), shown * images.shape().size());
        float[] seen = ofData ? inputs.ofReal(some, shown, 0) : inputs.of(some, shown, 1);
        return new SampleGrid(images.shape(), shown / columns, columns, seen, new int[0], step);
    }

    /** What D sees beside real images: what a translation was given, or their latents; unused by a D of images alone. */
    private float[] besideReal(float[] images) {
        return encoder == null ? run.fixed().latents() : encoder.encode(images);
    }

    private @Nullable PointField field(PointFieldRequest request, SampleGrid generated, int[] realLabels) {
        if (!run.spec().image().isPoint() || run.spec().loss().encodes()) {
            return null;
        }
        float[] points = generated.pixels();
        int[] labels = run.fixed().labels();
        float[] logits = discriminator.logits(request.lattice().points(), new int[request.columns() * request.rows()]);
        int arrows = Math.min(request.arrows(), labels.length);
        float[] forces = arrows == 0 ? new float[0] : discriminator.force(points, labels, real.pixels(), realLabels);
        return new PointField(
                request,
                logits,
                discriminator.neutralLogit(points, labels, real.pixels(), realLabels),
                Arrays.copyOf(points, 2 * arrows),
                Arrays.copyOf(forces, 2 * arrows));
    }

    private List<LayerStatistics> layers(InspectionRequest request, SampleGrid generated) {
        int few = Math.min(HISTOGRAM_IMAGES, run.fixed().labels().length);
        int[] labels = Arrays.copyOf(run.fixed().labels(), few);
        float[] latents = Arrays.copyOf(run.fixed().latents(), few * generator.givenWidth());
        float[] images =
                Arrays.copyOf(generated.pixels(), few * generated.shape().size());
        if (request.player() == Player.ENCODER) {
            return encoder == null
                    ? List.of()
                    : encoder.layerStatistics(
                            Arrays.copyOf(real.pixels(), Math.min(images.length, real.pixels().length)));
        }
        return request.player() == Player.GENERATOR
                ? generator.layerStatistics(latents, labels)
                : discriminator.layerStatistics(images, labels, latents);
    }

    /** What is asked of the encoder: its maps for a real or a generated image. */
    private @Nullable FeatureMaps encoderMaps(InspectionRequest request, float[] image) {
        if (encoder == null) {
            return null;
        }
        List<LayerStatistics> shapes = encoder.layerStatistics(image);
        return request.layer() >= shapes.size()
                ? null
                : maps(request.layer(), shapes.get(request.layer()), encoder.featureMaps(image, request.layer()));
    }

    private @Nullable FeatureMaps maps(InspectionRequest request, SampleGrid generated, int[] realLabels) {
        boolean ofGenerator = request.player() == Player.GENERATOR;
        int index = Math.min(request.selection().index(), generated.count() - 1);
        boolean ofGenerated = request.selection().generated() || ofGenerator;
        int width = generator.givenWidth();
        int size = generated.shape().size();
        float[] from = ofGenerator ? run.fixed().latents() : ofGenerated ? generated.pixels() : real.pixels();
        int each = ofGenerator ? width : size;
        float[] one = Arrays.copyOfRange(from, index * each, (index + 1) * each);
        if (request.player() == Player.ENCODER) {
            return encoderMaps(request, one);
        }
        float[] given = encoder == null || ofGenerated
                ? Arrays.copyOfRange(run.fixed().latents(), index * width, (index + 1) * width)
                : encoder.encode(one);
        int label = ofGenerated ? run.fixed().labels()[index] : realLabels[index];
        List<LayerStatistics> shapes = ofGenerator
                ? generator.layerStatistics(one, new int[] {label})
                : discriminator.layerStatistics(one, new int[] {label}, given);
        if (request.layer() >= shapes.size()) {
            return null;
        }
        LayerStatistics layer = shapes.get(request.layer());
        float[] values = ofGenerator
                ? generator.featureMaps(one, label, request.layer())
                : discriminator.featureMaps(one, label, given, request.layer());
        return maps(request.layer(), layer, values);
    }

    private static FeatureMaps maps(int index, LayerStatistics layer, float[] values) {
        int used = layer.channels() * layer.height() * layer.width();
        return new FeatureMaps(
                index, layer.name(), layer.channels(), layer.height(), layer.width(), Arrays.copyOf(values, used));
    }

    /** Once for each search: the image changes with training, the answer belongs to the one that was selected. */
    private void search(InspectionRequest request, SampleGrid generated) {
        if (request.search() == 0 || search.isStarted(request.search())) {
            return;
        }
        int size = generated.shape().size();
        SampleGrid from = request.selection().generated() ? generated : real;
        int index = Math.min(request.selection().index(), from.count() - 1);
        float[] image = Arrays.copyOfRange(from.pixels(), index * size, (index + 1) * size);
        search.start(request.search(), new SampleGrid(generated.shape(), 1, 1, image, new int[0], step));
    }

    @Override
    public void close() {
        search.close();
        generator.close();
        if (encoder != null) {
            encoder.close();
        }
        discriminator.close();
    }
}
