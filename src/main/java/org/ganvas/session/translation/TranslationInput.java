package org.ganvas.session.translation;

import java.util.Arrays;
import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.corruption.Corruption;
import org.ganvas.data.corruption.InvertedImage;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.jspecify.annotations.Nullable;

/**
 * How a translation's input is made of an image: the change that the generator is to undo, or the image itself. Immutable;
 * any thread.
 */
public final class TranslationInput {

    private final ImageShape shape;
    private final int width;
    private final @Nullable Corruption corruption;
    private final @Nullable Corruption targetCorruption;
    private final boolean ofImage;
    private final boolean pairs;

    private TranslationInput(GanSpec spec) {
        shape = spec.image();
        width = spec.givenWidth();
        if (spec.game() instanceof PairedTranslationSpec game) {
            corruption = game.condition().corruption(shape).orElse(null);
            targetCorruption = null;
            ofImage = game.condition().ofImage();
            pairs = !ofImage;
        } else {
            UnpairedTranslationSpec game = (UnpairedTranslationSpec) spec.game();
            corruption = change(game.from());
            targetCorruption = change(game.to());
            pairs = false;
            ofImage = corruption != null && game.to() instanceof DomainSpec.Whole
                    || targetCorruption != null && game.from() instanceof DomainSpec.Whole;
        }
    }

    /**
     * The input of a spec.
     *
     * @throws IllegalArgumentException if the spec is none of a translation
     */
    public static TranslationInput of(GanSpec spec) {
        if (spec.game().takesLatents()) {
            throw new IllegalArgumentException("A generator of latents translates no images.");
        }
        return new TranslationInput(spec);
    }

    private @Nullable Corruption change(DomainSpec domain) {
        return domain instanceof DomainSpec.Changed changed
                ? changed.by().corruption(shape).orElse(null)
                : null;
    }

    /** Numbers of what G is given. */
    public int width() {
        return width;
    }

    /** Shape of images and outputs. */
    public ImageShape shape() {
        return shape;
    }

    /** The change of an image; empty where G is given images as they are. */
    public Optional<Corruption> corruption() {
        return Optional.ofNullable(corruption);
    }

    /** Whether the data brings the wanted image of each input, which does not follow from the input. */
    public boolean pairs() {
        return pairs;
    }

    /**
     * What G is given of an image.
     *
     * @param random decides the place of a random hole and the noise
     */
    public float[] given(float[] image, SeededRandomStream random) {
        if (corruption == null) {
            return image.clone();
        }
        float[] given = new float[width];
        corruption.apply(image, shape, random, given, 0);
        return given;
    }

    /** What G is given, from {@code offset} on, as an image of the shape of its output. */
    public float[] asImage(float[] given, int offset) {
        return corruption == null
                ? Arrays.copyOfRange(given, offset, offset + shape.size())
                : corruption.asImage(given, offset, shape);
    }

    /** Which pixels of what G is given are missing; empty where there is no mask. */
    public Optional<boolean[]> missing(float[] given, int offset) {
        if (corruption == null || !corruption.hasMask()) {
            return Optional.empty();
        }
        boolean[] missing = new boolean[shape.height() * shape.width()];
        for (int i = 0; i < missing.length; i++) {
            missing[i] = given[offset + shape.size() + i] > 0;
        }
        return Optional.of(missing);
    }

    /**
     * What should come of an image.
     *
     * @param random decides the chance in a changed target
     * @return empty where that does not follow from the image
     */
    public Optional<float[]> wanted(float[] image, SeededRandomStream random) {
        return ofImage ? Optional.of(target(image, random)) : Optional.empty();
    }

    /**
     * Outputs as images of the data, so that a classifier of the data can judge them: negatives are inverted again.
     *
     * @param outputs one after the other; not changed
     * @return empty where outputs of another kind are wanted, which cannot be taken back
     */
    public Optional<float[]> asOriginals(float[] outputs) {
        if (targetCorruption == null) {
            return Optional.of(outputs);
        }
        if (!(targetCorruption instanceof InvertedImage)) {
            return Optional.empty();
        }
        float[] inverted = new float[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            inverted[i] = -outputs[i];
        }
        return Optional.of(inverted);
    }

    /** An image as the translation is to make it. */
    float[] target(float[] image, SeededRandomStream random) {
        Corruption change = targetCorruption;
        if (change == null) {
            return image;
        }
        float[] corrupted = new float[change.planes(shape).size()];
        change.apply(image, shape, random, corrupted, 0);
        return change.asImage(corrupted, 0, shape);
    }
}
