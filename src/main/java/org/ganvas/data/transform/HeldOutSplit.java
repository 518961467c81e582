package org.ganvas.data.transform;

import java.util.Arrays;
import java.util.Optional;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.TranslationInputs;

/**
 * Split of a dataset by a seed into images to train on and a tenth that is held out, on which translations are evaluated.
 * Paired inputs are split with their outputs, independent inputs by themselves. Immutable; any thread.
 *
 * @param training what is trained on
 * @param held what no network sees
 */
public record HeldOutSplit(Dataset training, Dataset held) {

    /** One image in this many is held out. */
    public static final int SHARE = 10;

    /** Splits a dataset; where it has fewer than two images, empty. */
    public static Optional<HeldOutSplit> of(Dataset data, long seed) {
        if (data.size() < 2) {
            return Optional.empty();
        }
        Optional<TranslationInputs> inputs = data.inputs();
        if (inputs.isPresent() && !inputs.get().paired()) {
            Dataset sources = inputs.get().images();
            return sources.size() < 2 ? Optional.empty() : Optional.of(independent(data, sources, seed));
        }
        return Optional.of(new HeldOutSplit(part(data, seed, false), part(data, seed, true)));
    }

    private static HeldOutSplit independent(Dataset outputs, Dataset sources, long seed) {
        return new HeldOutSplit(
                new TranslationDataset(outputs.id(), part(sources, seed, false), part(outputs, seed, false), false),
                new TranslationDataset(outputs.id(), part(sources, seed, true), part(outputs, seed, true), false));
    }

    private static DatasetSubset part(Dataset data, long seed, boolean held) {
        int size = data.size();
        int[] shuffled = new BatchSampler(seed, size).indices(0, size);
        int heldCount = Math.max(1, size / SHARE);
        return new DatasetSubset(
                data,
                held ? Arrays.copyOfRange(shuffled, 0, heldCount) : Arrays.copyOfRange(shuffled, heldCount, size));
    }
}
