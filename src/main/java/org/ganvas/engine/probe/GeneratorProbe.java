package org.ganvas.engine.probe;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.autodiff.Arena;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.Pass;
import org.ganvas.engine.net.Variable;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.engine.train.StateReader;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Draws pictures with copied weights, BatchNorm on its running statistics, without the trainer noticing. Belongs to one
 * thread; holds native memory until closed.
 */
public final class GeneratorProbe implements AutoCloseable {

    /** Pictures drawn in one go: enough for fast matrix products, little enough memory. */
    private static final int CHUNK = 64;

    private final Generator generator;
    private final List<Variable> variables = new ArrayList<>();
    private final Arena arena = new Arena();

    public GeneratorProbe(GanSpec spec) {
        generator = new Generator(spec, 0, DataType.FLOAT);
        variables.addAll(generator.parameters());
        variables.addAll(generator.statistics());
    }

    /** Takes over weights of a generator with the same spec. */
    public void load(GeneratorWeights weights) {
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).tensor().set(weights.arrays().get(i), 0);
        }
    }

    /**
     * Takes over weights of a captured run with the same spec.
     *
     * @param averaged whether to take the average instead of the raw weights
     * @throws org.ganvas.engine.spec.SpecException if they do not fit
     */
    public void load(TrainerState state, boolean averaged) {
        new StateReader(state).copyGenerator(variables, averaged);
    }

    /**
     * Draws.
     *
     * @param latents row after row, each of the latent width, in units of sigma
     * @param labels one a row; ignored by an unconditional generator
     * @return pictures one after the other, in [-1, 1] if the generator ends in a tanh
     */
    public float[] draw(float[] latents, int[] labels) {
        int width = generator.spec().latentDim();
        int size = generator.spec().image().size();
        float[] pixels = new float[labels.length * size];
        for (int start = 0; start < labels.length; start += CHUNK) {
            int from = start;
            int count = Math.min(CHUNK, labels.length - start);
            float[] some = java.util.Arrays.copyOfRange(latents, from * width, (from + count) * width);
            int[] someLabels = java.util.Arrays.copyOfRange(labels, from, from + count);
            try (Arena.Round round = arena.open()) {
                Autograd.withoutGraph(() -> generator.draw(some, someLabels, Pass.USE))
                        .copyTo(pixels, from * size);
            }
        }
        return pixels;
    }

    /** Weights and activations of every layer for a few latents. */
    public List<LayerFigures> layers(float[] latents, int[] labels) {
        GanSpec spec = generator.spec();
        LayerScan scan = new LayerScan(spec.generator(), Extent.row(spec.generatorInputs()));
        try (Arena.Round round = arena.open()) {
            Autograd.withoutGraph(() -> generator.draw(latents, labels, Pass.USE, scan));
        }
        return scan.figures(generator.parameters());
    }

    /** What comes out of one layer for one latent: map after map, row by row. */
    public float[] maps(float[] latent, int label, int layer) {
        LayerScan.Maps maps = new LayerScan.Maps(layer);
        try (Arena.Round round = arena.open()) {
            Autograd.withoutGraph(() -> generator.draw(latent, new int[] {label}, Pass.USE, maps));
        }
        return maps.values();
    }

    public GanSpec spec() {
        return generator.spec();
    }

    @Override
    public void close() {
        arena.close();
        generator.close();
    }
}
