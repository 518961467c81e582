package org.ganvas.viewmodel.window;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.session.threads.ThreadTiming;
import org.ganvas.session.threads.ThreadUse;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Number of native threads for training: the choice, and the timings behind an automatic one. FX thread. */
public final class ThreadsViewModel implements SnapshotListener {

    private static final String AUTOMATIC_KEY = "auto";

    private final TrainingSession session;
    private final UndoStack undo;
    private final List<Integer> choices = new ArrayList<>();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(NumberFormats.NONE);
    private final ReadOnlyStringWrapper figures = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(ThreadPolicy.AUTOMATIC);

    /**
     * @param cores largest number to choose from
     */
    public ThreadsViewModel(TrainingSession session, UndoStack undo, int cores) {
        this.session = session;
        this.undo = undo;
        choices.add(ThreadPolicy.AUTOMATIC);
        choices.addAll(ThreadPolicy.candidates(cores));
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        ThreadUse use = snapshot.threads();
        if (use.count() == 0) {
            return;
        }
        String count = count(use.count());
        text.set(use.automatic() ? Messages.text("threads.automatic", count) : count);
        figures.set(figures(use));
        chosen.set(use.automatic() ? ThreadPolicy.AUTOMATIC : use.count());
    }

    private static String figures(ThreadUse use) {
        if (!use.automatic()) {
            return Messages.text("threads.fixed");
        }
        if (use.most() == 1) {
            return Messages.text("threads.single");
        }
        if (use.timings().isEmpty()) {
            return Messages.text("threads.unmeasured");
        }
        List<String> lines = new ArrayList<>();
        double alone = use.timings().get(0).seconds();
        for (ThreadTiming timing : use.timings()) {
            lines.add(Messages.text(
                    timing.threads() == 1 ? "threads.measured.one" : "threads.measured",
                    count(timing.threads()),
                    String.format(Messages.locale(), "%.1f", timing.seconds() * 1e3),
                    String.format(Messages.locale(), "%.2f", alone / timing.seconds())));
        }
        return String.join("\n", lines);
    }

    private static String count(int threads) {
        return threads == 1 ? Messages.text("threads.one") : Messages.text("threads.many", Integer.toString(threads));
    }

    // ---- Properties ----

    /** Number in use, and whether it was chosen automatically. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Reason for the number: one line for each timing. */
    public ReadOnlyStringProperty figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** Number that the user fixed; {@link ThreadPolicy#AUTOMATIC} for none. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Choices: automatic first, then numbers in ascending order. */
    public List<Integer> choices() {
        return List.copyOf(choices);
    }

    /** Name of a choice. */
    public String name(int choice) {
        return choice == ThreadPolicy.AUTOMATIC ? Messages.text("threads.choice.automatic") : count(choice);
    }

    /** Value of the choice in the preferences. */
    public String preferenceKey() {
        return chosen.get() == ThreadPolicy.AUTOMATIC ? AUTOMATIC_KEY : Integer.toString(chosen.get());
    }

    // ---- Commands ----

    /** Sets the number of threads from the next step on. */
    public void choose(int choice) {
        int before = chosen.get();
        if (choice != before) {
            submit(choice);
            undo.push(new UndoKey("undo.threads", choice), () -> submit(before), () -> submit(choice));
        }
    }

    /** Restores a value of the preferences; anything but a valid number means automatic. */
    public void restore(String key) {
        boolean number = key.matches("[1-9]\\d{0,2}") && Integer.parseInt(key) <= ThreadPolicy.MOST;
        if (number) {
            submit(Integer.parseInt(key));
        }
    }

    private boolean submit(int choice) {
        session.submit(new TrainingCommand.SetThreads(choice));
        return true;
    }
}
