package org.ganvas.bench.speed;

import java.util.List;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.dl4j.Dl4jModelFactory;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.state.TrainerState;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The same unconditional GAN written with stock Deeplearning4j networks and external errors, the way
 * its examples do it, from the same weights.
 */
final class StockDl4jGan {

    private final MultiLayerNetwork generator;
    private final MultiLayerNetwork discriminator;
    private final boolean mixesBatch;
    private final ImageShape image;
    private final boolean images;
    private int iteration;

    StockDl4jGan(GanSpec spec, TrainerState start) {
        generator = Dl4jModelFactory.model(
                spec.generator(),
                LayerShape.row(spec.latentDim()),
                start.arrays(),
                "generator/",
                adam(spec.training().generatorOptimizer()));
        discriminator = Dl4jModelFactory.model(
                spec.discriminator(),
                LayerShape.of(spec.image()),
                start.arrays(),
                "discriminator/",
                adam(spec.training().discriminatorOptimizer()));
        mixesBatch = spec.discriminator().mixesBatch();
        image = spec.image();
        images = !(spec.discriminator().layers().get(0) instanceof LayerSpec.Dense);
    }

    private INDArray asImages(INDArray rows) {
        return images && rows.rank() == 2
                ? rows.reshape(rows.size(0), image.channels(), image.height(), image.width())
                : rows;
    }

    private static Adam adam(OptimizerSpec spec) {
        return new Adam(spec.learningRate(), spec.beta1(), spec.beta2(), spec.epsilon());
    }

    /** Update of D on both batches, then of G through the new D on the same latents. Returns both losses. */
    double[] step(INDArray realRows, INDArray latents) {
        INDArray real = asImages(realRows);
        long batch = real.size(0);
        INDArray fake = asImages(generator.feedForward(latents, true).get(generator.getnLayers()));
        double discriminatorLoss;
        if (mixesBatch) {
            // BatchNorm uses the statistics of each batch; the gradients are added.
            double[] loss = new double[1];
            INDArray gradient = discriminatorGradient(real, 1, loss).dup();
            Gradient second = gradientOf(fake, 0, loss);
            second.gradient().addi(gradient);
            update(discriminator, second, (int) batch);
            discriminatorLoss = loss[0];
        } else {
            INDArray both = Nd4j.concat(0, real, fake);
            INDArray logits = forward(discriminator, both);
            INDArray realLogits = logits.get(NDArrayIndex.interval(0, batch));
            INDArray fakeLogits = logits.get(NDArrayIndex.interval(batch, 2 * batch));
            discriminatorLoss = softplus(realLogits.neg()) + softplus(fakeLogits);
            INDArray error = Transforms.sigmoid(logits, true);
            error.get(NDArrayIndex.interval(0, batch)).subi(1);
            update(discriminator, error.divi(batch), (int) (2 * batch));
        }
        INDArray again = forward(discriminator, fake);
        double generatorLoss = softplus(again.neg());
        INDArray outwards = Transforms.sigmoid(again, true).subi(1).divi(batch);
        Pair<Gradient, INDArray> through = discriminator.backpropGradient(outwards, LayerWorkspaceMgr.noWorkspaces());
        forward(generator, latents);
        update(generator, through.getSecond(), (int) batch);
        iteration++;
        return new double[] {discriminatorLoss, generatorLoss};
    }

    private INDArray discriminatorGradient(INDArray x, double target, double[] loss) {
        return gradientOf(x, target, loss).gradient();
    }

    private Gradient gradientOf(INDArray x, double target, double[] loss) {
        INDArray logits = forward(discriminator, x);
        loss[0] += softplus(target == 1 ? logits.neg() : logits);
        INDArray error = Transforms.sigmoid(logits, true).subi(target).divi(x.size(0));
        return discriminator.backpropGradient(error, LayerWorkspaceMgr.noWorkspaces()).getFirst();
    }

    private static INDArray forward(MultiLayerNetwork network, INDArray x) {
        network.setInput(x);
        List<INDArray> activations = network.feedForward(true, false);
        return activations.get(activations.size() - 1);
    }

    private void update(MultiLayerNetwork network, INDArray error, int batch) {
        Gradient gradient = network.backpropGradient(error, LayerWorkspaceMgr.noWorkspaces())
                .getFirst();
        update(network, gradient, batch);
    }

    private void update(MultiLayerNetwork network, Gradient gradient, int batch) {
        network.getUpdater().update(network, gradient, iteration, 0, batch, LayerWorkspaceMgr.noWorkspaces());
        network.params().subi(gradient.gradient());
    }

    private static double softplus(INDArray t) {
        double sum = 0;
        for (float v : t.dup('c').data().asFloat()) {
            sum += Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
        }
        return sum / t.length();
    }
}
