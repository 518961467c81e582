package org.ganvas.data.registry;

import java.util.List;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.DataPair;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.image.ImageFolderIndex;
import org.ganvas.data.image.ImageFolderResolver;
import org.ganvas.data.image.MnistFileFinder;
import org.ganvas.data.image.PairFolderReader;
import org.ganvas.data.transform.TranslationDataset;
import org.ganvas.message.Message;

/** Opening of the data of translations, of which {@link DataPair} has the ids. Stateless; any thread but the FX thread. */
final class PairedDatasets {

    private PairedDatasets() {}

    static Dataset open(DataPair pair, ImageShape wanted, ProgressListener progress) throws DataException {
        if (pair.sideBySide()) {
            ImageFolderIndex folder = ImageFolderResolver.find(pair.folder(), progress)
                    .orElseThrow(() -> new DataException(Message.of("data.pair.noFolder", pair.folder())));
            return PairFolderReader.readHalves(pair.id(), folder, pair.outputs().isEmpty(), wanted, progress);
        }
        if (pair.paired()) {
            Optional<ImageFolderIndex> inputs = ImageFolderResolver.find(pair.inputs(), progress);
            Optional<ImageFolderIndex> outputs = ImageFolderResolver.find(pair.outputs(), progress);
            if (inputs.isPresent() && outputs.isPresent()) {
                return PairFolderReader.read(pair.id(), inputs.get(), outputs.get(), wanted, progress);
            }
        }
        return together(
                pair,
                DatasetRegistry.open(pair.inputs(), wanted, progress),
                DatasetRegistry.open(pair.outputs(), wanted, progress));
    }

    /** Pairs that are kept for testing; empty where either side keeps none. */
    static Optional<Dataset> openTest(DataPair pair, ImageShape wanted, ProgressListener progress)
            throws DataException {
        if (pair.sideBySide()) {
            Optional<ImageFolderIndex> test = testFolder(pair.folder(), progress);
            return test.isEmpty()
                    ? Optional.empty()
                    : Optional.of(PairFolderReader.readHalves(
                            pair.id(), test.get(), pair.outputs().isEmpty(), wanted, progress));
        }
        if (pair.paired()) {
            Optional<ImageFolderIndex> inputs = testFolder(pair.inputs(), progress);
            Optional<ImageFolderIndex> outputs = testFolder(pair.outputs(), progress);
            if (inputs.isPresent() && outputs.isPresent()) {
                return Optional.of(PairFolderReader.read(pair.id(), inputs.get(), outputs.get(), wanted, progress));
            }
        }
        Optional<Dataset> inputs = DatasetRegistry.openTest(pair.inputs(), wanted, progress);
        Optional<Dataset> outputs = DatasetRegistry.openTest(pair.outputs(), wanted, progress);
        return inputs.isEmpty() || outputs.isEmpty()
                ? Optional.empty()
                : Optional.of(together(pair, inputs.get(), outputs.get()));
    }

    private static Optional<ImageFolderIndex> testFolder(String id, ProgressListener progress) throws DataException {
        if (ImageFolderResolver.find(id, progress).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ImageFolderIndex.ofTest(MnistFileFinder.toPath(id), progress))
                .filter(found -> !found.files().isEmpty());
    }

    private static Dataset together(DataPair pair, Dataset inputs, Dataset outputs) throws DataException {
        if (inputs.shape().isPoint() || outputs.shape().isPoint()) {
            throw new DataException(Message.of("data.corruption.points"));
        }
        if (!inputs.shape().equals(outputs.shape())) {
            throw new DataException(Message.of(
                    "data.pair.shapes",
                    inputs.name(),
                    inputs.shape().message(),
                    outputs.name(),
                    outputs.shape().message()));
        }
        if (pair.paired() && inputs.size() != outputs.size()) {
            throw new DataException(
                    Message.of("data.pair.sizes", inputs.name(), inputs.size(), outputs.name(), outputs.size()));
        }
        DatasetReport report =
                outputs.report().with(inputs.report().leftOut(), inputs.report().unusual());
        Message count = pair.paired()
                ? Message.of("data.pair.count", outputs.size())
                : Message.of("data.pair.independent", inputs.size(), outputs.size());
        return new TranslationDataset(
                pair.id(),
                inputs,
                outputs,
                pair.paired(),
                new DatasetReport(List.of(count), report.unusual(), report.leftOut()));
    }
}
