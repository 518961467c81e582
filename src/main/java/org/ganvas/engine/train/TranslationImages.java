package org.ganvas.engine.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.TranslationInputs;
import org.ganvas.data.corruption.Corruption;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.jspecify.annotations.Nullable;

/**
 * A set of images that a translation draws from, as it is given them: conditions of images, images of one class, changed or
 * the data's second set. Immutable; any thread.
 */
public final class TranslationImages {

    private final ImageShape shape;
    private final Dataset images;
    private final @Nullable Corruption corruption;
    private final int[] members;

    private TranslationImages(ImageShape shape, Dataset images, @Nullable ConditionSpec change, int[] members) {
        this.shape = shape;
        this.images = images;
        corruption = change == null ? null : change.corruption(shape).orElse(null);
        this.members = members;
    }

    /**
     * What the principal generator of a translation is given. Of a paired one, number i belongs to image i of the data.
     *
     * @throws IllegalArgumentException if the game takes latents
     */
    public static TranslationImages given(GanSpec spec, Dataset data) {
        if (spec.game() instanceof PairedTranslationSpec game) {
            ConditionSpec condition = game.condition();
            return new TranslationImages(
                    spec.image(),
                    condition.ofImage() ? data : inputs(data),
                    condition.ofImage() ? condition : null,
                    all(data.size()));
        }
        if (spec.game() instanceof UnpairedTranslationSpec game) {
            return of(game.from(), spec, data);
        }
        throw new IllegalArgumentException("no translation: " + spec.game());
    }

    /** A set of images of an unpaired translation. */
    static TranslationImages of(DomainSpec domain, GanSpec spec, Dataset data) {
        Dataset images = domain instanceof DomainSpec.Partner ? inputs(data) : data;
        int[] members = domain instanceof DomainSpec.OfClass one
                ? IntStream.range(0, images.size())
                        .filter(i -> images.label(i) == one.label())
                        .toArray()
                : all(images.size());
        ConditionSpec change = domain instanceof DomainSpec.Changed changed ? changed.by() : null;
        return new TranslationImages(spec.image(), images, change, members);
    }

    private static Dataset inputs(Dataset data) {
        return data.inputs().map(TranslationInputs::images).orElse(data);
    }

    private static int[] all(int size) {
        return IntStream.range(0, size).toArray();
    }

    /** Number of images. */
    public int size() {
        return members.length;
    }

    /** Numbers of one image. */
    public int width() {
        return corruption == null ? shape.size() : corruption.planes(shape).size();
    }

    /**
     * Images as they are given.
     *
     * @param indices of the images, 0 to {@link #size} - 1
     * @param draw decides random changes together with the place in the batch
     * @param place of the first image in its batch
     * @return one after the other, each of {@link #width} numbers
     */
    public float[] read(int[] indices, long seed, long draw, int place) {
        int width = width();
        float[] all = new float[Math.multiplyExact(indices.length, width)];
        float[] image = new float[shape.size()];
        for (int i = 0; i < indices.length; i++) {
            int index = members[indices[i]];
            if (corruption == null) {
                images.copyImage(index, all, i * width);
            } else {
                images.copyImage(index, image, 0);
                corruption.apply(image, shape, Corruption.stream(seed, draw, place + i), all, i * width);
            }
        }
        return all;
    }

    /**
     * What a generator is given for samples that are compared with the data, always the same: latents, or of a translation
     * images of its data.
     *
     * @param count of samples
     * @param position of the random numbers among those for evaluation
     */
    public static float[] samples(GanSpec spec, Dataset data, int count, long seed, long position) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.EVALUATION, position);
        if (spec.game().takesLatents()) {
            float[] latents = new float[count * spec.latentDim()];
            spec.game().prior().fill(random, latents);
            return latents;
        }
        TranslationImages given = given(spec, data);
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> random.nextInt(given.size()));
        return given.read(indices, seed, 0, 0);
    }
}
