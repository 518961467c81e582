package org.ganvas.engine.dream;

import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.state.FeatureWeights;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.project.classifier.StoredClassifier;

/** Images and features that the tests of the ascent share. */
final class DreamTestImages {

    static final ImageShape DIGIT = new ImageShape(1, 28, 28);

    /** The last layer of the classifier of the built-in digits, whose channels are the classes. */
    static final int LOGITS = 8;

    private DreamTestImages() {}

    static StoredClassifier digitClassifier() throws Exception {
        return new ClassifierStore(Path.of("nowhere")).open(digits(DIGIT), digits(DIGIT), ProgressListener.NONE);
    }

    static Dataset digits(ImageShape shape) throws Exception {
        return DatasetRegistry.open(DatasetEntry.DOODLES, shape, ProgressListener.NONE);
    }

    static PixelImage digit(int index) throws Exception {
        float[] pixels = new float[DIGIT.size()];
        digits(DIGIT).copyImage(index, pixels, 0);
        return new PixelImage(DIGIT, pixels);
    }

    static PixelImage noise(ImageShape shape, long seed) {
        float[] pixels = new float[shape.size()];
        new SeededRandomStream(seed, Purpose.TEST, 0).fillGaussian(pixels, 0.4);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(-1, Math.min(1, pixels[i]));
        }
        return new PixelImage(shape, pixels);
    }

    /** Slanted stripes, a texture without a centre. */
    static PixelImage stripes(int side) {
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i % side + i / side) % 6 < 3 ? 0.9f : -0.9f;
        }
        return new PixelImage(new ImageShape(1, side, side), pixels);
    }

    /**
     * A convolution, a branch that the last layers do not need, and a dense layer, with smooth activations, so that central
     * differences meet no kink.
     */
    static FeatureWeights branched(int channels, int side) {
        List<LayerSpec> layers = List.of(
                new LayerSpec.Conv(3, 3, 1, 1, true),
                new LayerSpec.Tanh(),
                new RegisterLayerSpec.Keep("a"),
                new LayerSpec.Conv(2, 3, 1, 1, true),
                new RegisterLayerSpec.Take("a"),
                new LayerSpec.Conv(4, 3, 2, 1, true),
                new LayerSpec.Tanh(),
                new LayerSpec.Dense(5));
        NetworkSpec network = new NetworkSpec(InitSpec.PYTORCH, layers);
        int half = (side + 1) / 2;
        List<NamedArray> arrays = List.of(
                array("0.conv/weight", 1, 3, channels, 3, 3),
                array("0.conv/bias", 2, 3),
                array("3.conv/weight", 3, 2, 3, 3, 3),
                array("3.conv/bias", 4, 2),
                array("5.conv/weight", 5, 4, 3, 3, 3),
                array("5.conv/bias", 6, 4),
                array("7.dense/weight", 7, 4L * half * half, 5),
                array("7.dense/bias", 8, 5));
        return new FeatureWeights(network, new ImageShape(channels, side, side), 1, 0, false, arrays);
    }

    private static NamedArray array(String name, long seed, long... shape) {
        int length = 1;
        for (long side : shape) {
            length *= (int) side;
        }
        float[] values = new float[length];
        new SeededRandomStream(seed, Purpose.TEST, 1).fillGaussian(values, 0.5);
        return new NamedArray(name, shape, values);
    }
}
