package org.ganvas.bench.speed;

import java.util.Arrays;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.CriticStep;
import org.ganvas.engine.train.GameTrainer;
import org.nd4j.linalg.factory.Nd4j;

/** Implementation of a training step under comparison; returns two losses. */
interface StepContender {

    double[] step();

    /** Step of Ganvas. */
    static StepContender ours(BenchmarkCase game, GameTrainer trainer) {
        return () -> {
            if (game.criticOnly()) {
                return CriticStep.take(trainer);
            }
            StepReport report = trainer.step();
            return new double[] {report.discriminatorLoss(), report.generatorLoss()};
        };
    }

    static StepContender libtorch(BenchmarkCase game, TrainerState start, Dataset data) {
        if (!(game.spec().game() instanceof GenerationSpec)) {
            return new LibtorchTranslation(game.spec(), start, data)::step;
        }
        LibtorchGan gan = new LibtorchGan(game.spec(), start);
        Draws draws = new Draws(game.spec(), data);
        return () -> {
            draws.next();
            return game.criticOnly()
                    ? gan.criticStep(draws.pixels, draws.latents, draws.shares())
                    : gan.step(draws.pixels, draws.latents);
        };
    }

    static StepContender stock(BenchmarkCase game, TrainerState start, Dataset data) {
        StockDl4jGan gan = new StockDl4jGan(game.spec(), start);
        Draws draws = new Draws(game.spec(), data);
        int batch = game.spec().training().batch();
        return () -> {
            draws.next();
            return gan.step(
                    Nd4j.createFromArray(draws.pixels)
                            .reshape(batch, game.spec().image().size()),
                    Nd4j.createFromArray(draws.latents).reshape(batch, game.spec().latentDim()));
        };
    }

    /** Batches and latents equal to those of the Ganvas trainer with seed 1. */
    final class Draws {
        private final GanSpec spec;
        private final Dataset data;
        private final BatchSampler sampler;
        private final float[] pixels;
        private final float[] latents;
        private long draw;

        Draws(GanSpec spec, Dataset data) {
            this.spec = spec;
            this.data = data;
            sampler = new BatchSampler(1, data.size());
            pixels = new float[spec.training().batch() * spec.image().size()];
            latents = new float[spec.training().batch() * spec.latentDim()];
        }

        void next() {
            draw++;
            int[] indices = sampler.indices(draw - 1, spec.training().batch());
            for (int i = 0; i < indices.length; i++) {
                data.copyImage(indices[i], pixels, i * spec.image().size());
            }
            new SeededRandomStream(1, Purpose.TRAINING_LATENT, draw).fillGaussian(latents, 1);
        }

        float[] shares() {
            SeededRandomStream random = new SeededRandomStream(1, Purpose.PENALTY, draw);
            double[] shares = new double[spec.training().batch()];
            Arrays.setAll(shares, i -> random.nextDouble());
            float[] out = new float[shares.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) shares[i];
            }
            return out;
        }
    }
}
