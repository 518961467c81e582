package org.ganvas.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganvas.message.Message;

/**
 * What was understood of a user's data: how it was read, and what was left out and why. Immutable; any thread.
 *
 * @param understood sentences about folders, classes and splits
 * @param unusual those of them that a user may not expect
 * @param leftOut files that are not part of the dataset
 */
public record DatasetReport(List<Message> understood, List<Message> unusual, List<LeftOutFile> leftOut) {

    /** Report of data that holds nothing unexpected. */
    public static final DatasetReport NONE = new DatasetReport(List.of(), List.of(), List.of());

    /** Files that are named in one sentence. */
    private static final int NAMES = 10;

    public DatasetReport {
        understood = List.copyOf(understood);
        unusual = List.copyOf(unusual);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A file that is left out.
     *
     * @param name within the dataset's folder
     * @param reason rest of a sentence that begins with the name
     */
    public record LeftOutFile(String name, Message reason) {

        /** The whole sentence, without its end. */
        public Message sentence() {
            return Message.of("data.report.leftOut", name, reason);
        }
    }

    /** The same report with more files left out. */
    public DatasetReport with(List<LeftOutFile> more, List<Message> moreUnusual) {
        List<LeftOutFile> files = new ArrayList<>(leftOut);
        files.addAll(more);
        List<Message> sentences = new ArrayList<>(unusual);
        sentences.addAll(moreUnusual);
        List<Message> all = new ArrayList<>(understood);
        all.addAll(moreUnusual);
        return new DatasetReport(all, sentences, files);
    }

    /** The unexpected in one message, with the first ten files by name; empty if there is nothing to tell. */
    public Optional<Message> remark() {
        List<Message> sentences = new ArrayList<>(unusual);
        leftOutSentence().ifPresent(sentences::add);
        return sentences.stream().reduce((before, last) -> Message.of("data.report.sentences", before, last));
    }

    /** What was left out in one sentence, with the first ten files by name; empty where nothing was. */
    public Optional<Message> leftOutSentence() {
        if (leftOut.isEmpty()) {
            return Optional.empty();
        }
        Message named = Message.list(
                leftOut.stream().limit(NAMES).map(LeftOutFile::sentence).toList());
        int more = leftOut.size() - NAMES;
        if (more > 0) {
            return Optional.of(Message.of("data.report.leftOutAndMore", leftOut.size(), named, more));
        }
        return Optional.of(
                leftOut.size() == 1
                        ? Message.of("data.report.oneLeftOut", named)
                        : Message.of("data.report.someLeftOut", leftOut.size(), named));
    }
}
