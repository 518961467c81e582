package org.ganvas.cli.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.message.Message;

/** The outputs of one training command beside its project. Used by the command's own thread. */
final class SideOutputs {

    private final List<SideOutput> outputs = new ArrayList<>();

    /** @param name what the user knows it by */
    SideOutput add(String name) {
        SideOutput output = new SideOutput(Message.verbatim(name));
        outputs.add(output);
        return output;
    }

    /** Prints failures that were not printed yet. */
    void printNews(TrainingProgressReport progress) {
        for (SideOutput output : outputs) {
            Message news = output.news();
            if (news != null) {
                progress.print(news);
            }
        }
    }

    /**
     * Ends the command with a failure if an output is incomplete, after the project was saved and the result printed.
     *
     * @throws CliException that names them
     */
    void requireComplete() throws CliException {
        List<Message> incomplete = outputs.stream()
                .filter(SideOutput::hasFailed)
                .map(SideOutput::name)
                .toList();
        if (!incomplete.isEmpty()) {
            throw new CliException(Message.of("cli.train.incompleteOutputs", Message.list(incomplete)));
        }
    }
}
