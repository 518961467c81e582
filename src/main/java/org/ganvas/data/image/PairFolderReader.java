package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.DatasetReport.LeftOutFile;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.transform.TranslationDataset;
import org.ganvas.message.Message;

/**
 * Reader of pairs of images: two folders whose files have equal names within them, whatever their endings, or one folder
 * whose images hold both side by side. Files without a partner, and partners of files that cannot be read, are left out
 * and named. Used by the thread that opens a dataset.
 */
public final class PairFolderReader {

    private PairFolderReader() {}

    /**
     * Reads the pairs of two folders.
     *
     * @param id of the whole
     * @throws DataException if no two files belong together, or none of them can be read
     */
    public static Dataset read(
            String id, ImageFolderIndex inputs, ImageFolderIndex outputs, ImageShape shape, ProgressListener progress)
            throws DataException {
        Map<String, Integer> outputByName = byName(outputs);
        boolean[] taken = new boolean[outputs.files().size()];
        List<Integer> ofInputs = new ArrayList<>();
        List<Integer> ofOutputs = new ArrayList<>();
        List<LeftOutFile> alone = new ArrayList<>();
        for (int i = 0; i < inputs.files().size(); i++) {
            Integer partner = outputByName.remove(pairName(inputs, i));
            if (partner == null) {
                alone.add(alone(inputs, i));
            } else {
                ofInputs.add(i);
                ofOutputs.add(partner);
                taken[partner] = true;
            }
        }
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                alone.add(alone(outputs, i));
            }
        }
        if (ofInputs.isEmpty()) {
            throw new DataException(Message.of("data.pair.noPartners", inputs.folder(), outputs.folder()));
        }
        return decode(id, part(inputs, ofInputs), part(outputs, ofOutputs), alone, shape, progress);
    }

    private static Dataset decode(
            String id,
            ImageFolderIndex inputs,
            ImageFolderIndex outputs,
            List<LeftOutFile> alone,
            ImageShape shape,
            ProgressListener progress)
            throws DataException {
        ImageFolderReader in = new ImageFolderReader(inputs, shape);
        ImageFolderReader out = new ImageFolderReader(outputs, shape);
        in.decodeAll(half(progress, 0));
        out.decodeAll(half(progress, 1));
        IntPredicate both = i -> in.isRead(i) && out.isRead(i);
        List<LeftOutFile> leftOut = new ArrayList<>(alone);
        int pairs = 0;
        for (int i = 0; i < inputs.files().size(); i++) {
            pairs += both.test(i) ? 1 : 0;
            if (in.isRead(i) != out.isRead(i)) {
                leftOut.add(new LeftOutFile(
                        name(in.isRead(i) ? inputs : outputs, i), Message.of("data.reason.partnerUnreadable")));
            }
        }
        Dataset read = in.dataset(id, DatasetReport.NONE, both);
        Dataset wanted = out.dataset(id, outputs.report(), both);
        leftOut.addAll(in.leftOut());
        List<Message> unusual = alone.isEmpty() ? List.of() : List.of(Message.of("data.pair.alone", alone.size()));
        DatasetReport report = new DatasetReport(List.of(count(pairs, inputs, outputs)), List.of(), List.of())
                .with(wanted.report().leftOut(), wanted.report().unusual())
                .with(leftOut, unusual);
        return new TranslationDataset(id, read, wanted, true, report);
    }

    /** Says by what images are pairs: folders of classes may have files of equal names too. */
    private static Message count(int pairs, ImageFolderIndex inputs, ImageFolderIndex outputs) {
        Path from = inputs.folder().toAbsolutePath().normalize();
        Path to = outputs.folder().toAbsolutePath().normalize();
        boolean told = !from.getFileName().equals(to.getFileName());
        return Message.of(
                "data.pair.byName",
                pairs,
                (told ? from.getFileName() : from).toString(),
                (told ? to.getFileName() : to).toString());
    }

    /**
     * Reads a folder whose images hold both halves.
     *
     * @param inputLeft whether inputs are on the left
     * @throws DataException if no image is twice as wide as high, or none can be read
     */
    public static Dataset readHalves(
            String id, ImageFolderIndex folder, boolean inputLeft, ImageShape shape, ProgressListener progress)
            throws DataException {
        Dataset whole = ImageFolderReader.ofHalves(folder, shape).read(id, progress);
        List<Message> understood = new ArrayList<>(List.of(Message.of("data.pair.halves", whole.size())));
        understood.addAll(whole.report().understood());
        DatasetReport report = new DatasetReport(
                understood, whole.report().unusual(), whole.report().leftOut());
        return new TranslationDataset(
                id, new HalfDataset(whole, !inputLeft), new HalfDataset(whole, inputLeft), true, report);
    }

    private static Map<String, Integer> byName(ImageFolderIndex index) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < index.files().size(); i++) {
            byName.putIfAbsent(pairName(index, i), i);
        }
        return byName;
    }

    /** Name within the folder without its ending. */
    private static String pairName(ImageFolderIndex index, int i) {
        String name = ImageFolderIndex.name(index.base(), index.files().get(i));
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
    }

    private static String name(ImageFolderIndex index, int i) {
        Path folder = index.folder().toAbsolutePath().normalize();
        return folder.getFileName() + "/"
                + ImageFolderIndex.name(index.folder(), index.files().get(i));
    }

    private static LeftOutFile alone(ImageFolderIndex index, int i) {
        return new LeftOutFile(name(index, i), Message.of("data.reason.noPartner"));
    }

    private static ImageFolderIndex part(ImageFolderIndex whole, List<Integer> wanted) {
        List<Integer> labels = whole.labels().isEmpty()
                ? List.of()
                : wanted.stream().map(whole.labels()::get).toList();
        return new ImageFolderIndex(
                whole.folder(),
                whole.base(),
                wanted.stream().map(whole.files()::get).toList(),
                whole.classNames(),
                labels,
                whole.report());
    }

    /** Half of a progress that two readers share. */
    private static ProgressListener half(ProgressListener whole, int which) {
        return new ProgressListener() {

            @Override
            public void report(double share) {
                whole.report((which + share) / 2);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
