package org.ganvas.engine.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.StyleInput;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.jspecify.annotations.Nullable;

/**
 * From latents and their edits to the styles that each layer reads. The mean style, and directions of w, come from the
 * styles of the latents of seeds 1 to {@link StyleEdits#SEEDS}, under the weights as they are; of a conditional generator with the
 * classes in turn. Their mean lies within a twentieth of a standard deviation of that of all latents. The probe's thread.
 */
final class StyleMapping {

    private static final int SEEDS = StyleEdits.SEEDS;
    private static final int MAX_STEPS = 256;

    private final Generator generator;
    private final TensorArena arena;
    private final List<Integer> layers;
    private final Map<Integer, Seeded> seeded = new HashMap<>();
    private float[] seedLatents = new float[0];

    /** Styles of the seeded latents, their mean, and one standard deviation along the directions that were used. */
    private record Seeded(float[] styles, float[] mean, Map<float[], float[]> steps) {}

    StyleMapping(Generator generator, TensorArena arena) {
        this.generator = generator;
        this.arena = arena;
        List<?> specs = generator.spec().generator().layers();
        layers = IntStream.range(0, specs.size())
                .filter(i -> specs.get(i) instanceof StyleLayerSpec.Style)
                .boxed()
                .toList();
    }

    /** To be called when the weights change. */
    void forget() {
        seeded.clear();
    }

    float[] seededStyles() {
        return seeded(layers.get(0)).styles();
    }

    private Seeded seeded(int layer) {
        Seeded known = seeded.get(layer);
        if (known == null) {
            known = compute(layer);
            seeded.put(layer, known);
        }
        return known;
    }

    private Seeded compute(int layer) {
        GanSpec spec = generator.spec();
        int classes = spec.conditional() ? spec.classes() : 0;
        if (seedLatents.length == 0) {
            seedLatents = new float[SEEDS * spec.latentDim()];
            for (int i = 0; i < SEEDS; i++) {
                float[] one = LatentSampling.ofSeed(
                        i + 1, spec.latentDim(), spec.game().prior());
                System.arraycopy(one, 0, seedLatents, i * one.length, one.length);
            }
        }
        float[] weights = new float[SEEDS * classes];
        for (int i = 0; classes > 0 && i < SEEDS; i++) {
            weights[i * classes + i % classes] = 1;
        }
        float[] styles = styles(seedLatents, weights, SEEDS, layer);
        int width = styles.length / SEEDS;
        double[] sums = new double[width];
        for (int i = 0; i < styles.length; i++) {
            sums[i % width] += styles[i];
        }
        float[] mean = new float[width];
        for (int c = 0; c < width; c++) {
            mean[c] = (float) (sums[c] / SEEDS);
        }
        return new Seeded(styles, mean, new IdentityHashMap<>());
    }

    private float[] styles(float[] latents, float[] classWeights, int rows, int layer) {
        try (TensorArena.Round round = arena.open()) {
            return Autograd.withoutGraph(() -> generator.styles(
                            Tensor.of(latents, rows, latents.length / rows), classRows(classWeights, rows), layer))
                    .toFloats();
        }
    }

    private @Nullable Tensor classRows(float[] weights, int rows) {
        return generator.spec().conditional() ? Tensor.of(weights, rows, weights.length / rows) : null;
    }

    /** One standard deviation of the seeded latents' styles along a direction. */
    private float[] step(Seeded from, float[] scores) {
        float[] known = from.steps().get(scores);
        if (known != null) {
            return known;
        }
        int width = from.mean().length;
        double[] sum = new double[width];
        for (int i = 0; i < Math.min(SEEDS, scores.length); i++) {
            for (int c = 0; c < width; c++) {
                sum[c] += scores[i] * ((double) from.styles()[i * width + c] - from.mean()[c]);
            }
        }
        double square = Arrays.stream(sum).map(value -> value * value).sum();
        double spread = 0;
        for (int i = 0; i < SEEDS; i++) {
            double along = 0;
            for (int c = 0; c < width; c++) {
                along += sum[c] * ((double) from.styles()[i * width + c] - from.mean()[c]);
            }
            spread += along * along / SEEDS;
        }
        float[] step = new float[width];
        for (int c = 0; c < width && square > 0; c++) {
            // The direction is sum / |sum|, the deviation along it the root of spread by |sum|.
            step[c] = (float) (sum[c] * Math.sqrt(spread) / square);
        }
        if (from.steps().size() >= MAX_STEPS) {
            from.steps().clear();
        }
        from.steps().put(scores, step);
        return step;
    }

    /** What a pass takes for some latents with their edits. */
    StyleInput input(float[] latents, float[] classWeights, List<StyleControl> controls) {
        int readers = generator.spec().generator().styleReaders();
        Map<Integer, float[]> styles = new HashMap<>();
        for (int layer : layers) {
            styles.put(layer, edited(latents, classWeights, controls, layer, readers));
        }
        return new StyleInput(
                styles,
                controls.stream().mapToLong(control -> control.edits().noise()).toArray());
    }

    private float[] edited(float[] latents, float[] classWeights, List<StyleControl> controls, int layer, int readers) {
        int count = controls.size();
        float[] own = styles(latents, classWeights, count, layer);
        int width = own.length / count;
        List<StyleEdits.Term> terms = new ArrayList<>();
        controls.forEach(control -> terms.addAll(control.edits().terms()));
        float[] others = terms.isEmpty() ? new float[0] : termStyles(terms, layer);
        float[] all = new float[readers * count * width];
        int firstTerm = 0;
        for (int i = 0; i < count; i++) {
            StyleControl control = controls.get(i);
            float[] mine = Arrays.copyOfRange(own, i * width, (i + 1) * width);
            for (int reader = 0; reader < readers; reader++) {
                float[] w = mixed(mine, control.edits(), reader, others, firstTerm);
                truncate(w, control, reader, layer);
                shift(w, control.edits(), reader, layer);
                System.arraycopy(w, 0, all, (reader * count + i) * width, width);
            }
            firstTerm += control.edits().terms().size();
        }
        return all;
    }

    private float[] termStyles(List<StyleEdits.Term> terms, int layer) {
        int width = generator.spec().latentDim();
        int classes = generator.spec().conditional() ? generator.spec().classes() : 0;
        float[] latents = new float[terms.size() * width];
        float[] weights = new float[terms.size() * classes];
        for (int i = 0; i < terms.size(); i++) {
            System.arraycopy(terms.get(i).latent(), 0, latents, i * width, width);
            System.arraycopy(terms.get(i).classWeights(), 0, weights, i * classes, classes);
        }
        return styles(latents, weights, terms.size(), layer);
    }

    private static float[] mixed(float[] own, StyleEdits edits, int reader, float[] others, int firstTerm) {
        float[] w = new float[own.length];
        boolean empty = !add(w, own, 0, edits.ownShare(reader), true);
        for (int t = 0; t < edits.terms().size(); t++) {
            StyleEdits.Term term = edits.terms().get(t);
            if (term.from() <= reader && reader < term.to()) {
                empty &= !add(w, others, (firstTerm + t) * own.length, term.weight(), empty);
            }
        }
        return w;
    }

    /** Adds a share of a style; a whole one in an empty place to the last bit. */
    private static boolean add(float[] w, float[] styles, int from, double share, boolean empty) {
        if (Math.abs(share) < 1e-12) {
            return false;
        }
        for (int c = 0; c < w.length; c++) {
            w[c] = empty && share == 1 ? styles[from + c] : (float) (w[c] + share * styles[from + c]);
        }
        return true;
    }

    private void truncate(float[] w, StyleControl control, int reader, int layer) {
        if (control.truncation() == 1 || reader >= control.edits().truncated()) {
            return;
        }
        float[] mean = seeded(layer).mean();
        for (int c = 0; c < w.length; c++) {
            w[c] = (float) (mean[c] + control.truncation() * (w[c] - mean[c]));
        }
    }

    private void shift(float[] w, StyleEdits edits, int reader, int layer) {
        for (StyleEdits.Shift each : edits.shifts()) {
            if (each.from() <= reader && reader < each.to()) {
                float[] step = step(seeded(layer), each.scores());
                for (int c = 0; c < w.length; c++) {
                    w[c] += (float) (each.amount() * step[c]);
                }
            }
        }
    }
}
