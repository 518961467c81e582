package org.ganvas.session.translation;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.TranslationInputs;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.data.transform.HeldOutSplit;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.jspecify.annotations.Nullable;

/**
 * Examples of a translation, taken from data: for each what G is given, the same as an image, and where it is known the
 * image that is wanted. Immutable; any thread.
 */
public final class TranslationExamples {

    private final TranslationInput input;
    private final Dataset inputs;
    private final int[] members;
    private final @Nullable Dataset targets;
    private final Dataset aims;
    private final int[] aimMembers;

    private TranslationExamples(GanSpec spec, Dataset data) {
        input = TranslationInput.of(spec);
        Dataset partners = data.inputs().map(TranslationInputs::images).orElse(data);
        boolean paired = data.inputs().map(TranslationInputs::paired).orElse(true);
        if (spec.game() instanceof PairedTranslationSpec game) {
            boolean ofImage = game.condition().ofImage();
            inputs = ofImage ? data : partners;
            members = all(inputs);
            targets = data;
            aims = data;
            aimMembers = all(data);
            return;
        }
        UnpairedTranslationSpec game = (UnpairedTranslationSpec) spec.game();
        inputs = game.from() instanceof DomainSpec.Partner ? partners : data;
        members = members(inputs, game.from());
        aims = game.to() instanceof DomainSpec.Partner ? partners : data;
        aimMembers = members(aims, game.to());
        boolean known = paired && isWhole(game.from()) && isWhole(game.to());
        targets = known ? aims : null;
    }

    /**
     * Examples of all images of some data.
     *
     * @throws IllegalArgumentException if the spec is none of a translation
     */
    public static TranslationExamples of(GanSpec spec, Dataset data) {
        return new TranslationExamples(spec, data);
    }

    /** Examples of the tenth of the data that a run with a seed does not train on. */
    public static TranslationExamples heldOut(GanSpec spec, Dataset data, long seed) {
        TranslationExamples held = of(spec, held(data, seed));
        // A class may be so rare that none of its images is held out.
        return held.members.length > 0 && held.aimMembers.length > 0 ? held : of(spec, data);
    }

    /** The part of the data that a run trains on: all but a tenth where it translates, else everything. */
    public static Dataset training(GanSpec spec, Dataset data, long seed) {
        if (spec.game().takesLatents()) {
            return data;
        }
        Optional<HeldOutSplit> split = HeldOutSplit.of(data, seed);
        return split.map(HeldOutSplit::training)
                .filter(part -> {
                    TranslationExamples examples = of(spec, part);
                    return examples.members.length > 0 && examples.aimMembers.length > 0;
                })
                .orElse(data);
    }

    private static Dataset held(Dataset data, long seed) {
        return HeldOutSplit.of(data, seed).map(HeldOutSplit::held).orElse(data);
    }

    private static int[] all(Dataset data) {
        return IntStream.range(0, data.size()).toArray();
    }

    private static int[] members(Dataset data, DomainSpec domain) {
        return domain instanceof DomainSpec.OfClass one
                ? IntStream.range(0, data.size())
                        .filter(i -> data.label(i) == one.label())
                        .toArray()
                : all(data);
    }

    private static boolean isWhole(DomainSpec domain) {
        return !(domain instanceof DomainSpec.OfClass);
    }

    /** How an input is made of an image. */
    public TranslationInput input() {
        return input;
    }

    /** Number of examples. */
    public int size() {
        return members.length;
    }

    /** Numbers of what G is given of one example. */
    public int width() {
        return input.width();
    }

    /** Shape of images and targets. */
    public ImageShape shape() {
        return input.shape();
    }

    /** Whether the wanted image of each example is known. */
    public boolean hasTargets() {
        return targets != null;
    }

    /** Class of the example's image; 0 where there are none. */
    public int label(int example) {
        return inputs.label(members[example]);
    }

    /** Number of classes of the inputs; 0 where there are no labels. */
    public int classCount() {
        return inputs.classCount();
    }

    /**
     * What G is given of an example.
     *
     * @param random decides the place of a random hole and the noise
     * @param target receives {@link #width} numbers
     * @param offset index in {@code target} of the first
     */
    public void copyGiven(int example, SeededRandomStream random, float[] target, int offset) {
        System.arraycopy(input.given(original(example), random), 0, target, offset, width());
    }

    /** The image of an example before any change. */
    public float[] original(int example) {
        float[] image = new float[shape().size()];
        inputs.copyImage(members[example], image, 0);
        return image;
    }

    /**
     * The image that is wanted of an example.
     *
     * @param random decides the chance in a changed target
     * @throws IllegalStateException if none is known
     */
    public float[] target(int example, SeededRandomStream random) {
        Dataset known = targets;
        if (known == null) {
            throw new IllegalStateException("The wanted images are not known.");
        }
        float[] image = new float[shape().size()];
        known.copyImage(members[example], image, 0);
        return input.target(image, random);
    }

    /** The set of images that the translation leads to, as the data has them. */
    public Dataset aims() {
        return new DatasetSubset(aims, aimMembers);
    }

    /** Some image of the set that the translation leads to. */
    public float[] aim(SeededRandomStream random) {
        float[] image = new float[shape().size()];
        aims.copyImage(aimMembers[random.nextInt(aimMembers.length)], image, 0);
        return input.target(image, random);
    }
}
