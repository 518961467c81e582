package org.ganvas.bench.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.DataPair;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.HeldOutSplit;
import org.ganvas.data.transform.TranslationDataset;

/**
 * Images that translations are trained on and images that they are scored on, the same ones for every seed of a run.
 *
 * @param training what is trained on
 * @param held what is scored
 * @param classified whether a classifier of the data is known well enough to score by
 */
record TranslationData(Dataset training, Dataset held, boolean classified) {

    /** Of the split of data without a test part. */
    private static final long SPLIT = 1;

    /** Opens the data of a row; empty where the machine does not have it. */
    static Optional<TranslationData> of(TranslationRow row) throws Exception {
        ImageShape shape = row.spec().image();
        if (row.source() == TranslationRow.Source.DIGITS) {
            Dataset digits = EvaluatedRun.data();
            Optional<Dataset> test = DatasetRegistry.openTest(digits.id(), shape, ProgressListener.NONE);
            return test.map(held -> new TranslationData(digits, held, true));
        }
        Path emoji = Path.of(System.getProperty("ganvas.emoji", "../shared/data/emoji"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(emoji)) {
            return Optional.empty();
        }
        String noto = emoji.resolve("noto").toString();
        boolean single = row.source() == TranslationRow.Source.EMOJI;
        String id = single ? noto : DataPair.of(noto, emoji.resolve("twemoji").toString(), true).id();
        return Optional.of(split(id, shape, row.source() == TranslationRow.Source.EMOJI_UNPAIRED));
    }

    private static TranslationData split(String id, ImageShape shape, boolean unpaired) throws DataException {
        Dataset all = DatasetRegistry.open(id, shape, ProgressListener.NONE);
        HeldOutSplit split = HeldOutSplit.of(all, SPLIT).orElseThrow();
        Dataset training = split.training();
        if (unpaired) {
            Dataset inputs = training.inputs().orElseThrow().images();
            training = new TranslationDataset(id, inputs, training, false);
        }
        return new TranslationData(training, split.held(), false);
    }
}
