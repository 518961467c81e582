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
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** With how many native threads training computes: what was measured, and the choice. FX thread. */
public final class ThreadsViewModel implements SnapshotListener {

    private static final String KEY_AUTOMATIC = "auto";

    private final TrainingSession desk;
    private final UndoStack undo;
    private final List<Integer> choices = new ArrayList<>();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(NumberFormats.NONE);
    private final ReadOnlyStringWrapper figures = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(ThreadPolicy.AUTOMATIC);

    /**
     * @param cores the largest number that can be chosen
     */
    public ThreadsViewModel(TrainingSession desk, UndoStack undo, int cores) {
        this.desk = desk;
        this.undo = undo;
        choices.add(ThreadPolicy.AUTOMATIC);
        choices.addAll(ThreadPolicy.counts(cores));
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

    /** The number in use, and whether the program chose it. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Why it is this number: what was measured, a line each. */
    public ReadOnlyStringProperty figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** The number that a person fixed; {@link ThreadPolicy#AUTOMATIC} where it is measured. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What can be chosen: automatic first, then numbers from one up. */
    public List<Integer> choices() {
        return List.copyOf(choices);
    }

    /** What a choice is called. */
    public String name(int choice) {
        return choice == ThreadPolicy.AUTOMATIC ? Messages.text("threads.choice.automatic") : count(choice);
    }

    /** The choice as the settings keep it. */
    public String preferenceKey() {
        return chosen.get() == ThreadPolicy.AUTOMATIC ? KEY_AUTOMATIC : Integer.toString(chosen.get());
    }

    // ---- Commands ----

    /** Computes with so many threads from the next step on. */
    public void choose(int choice) {
        int before = chosen.get();
        if (choice != before) {
            submit(choice);
            undo.push("threads " + choice, () -> submit(before), () -> submit(choice));
        }
    }

    /** Takes up what the settings kept; what is no number means automatic. */
    public void restore(String key) {
        boolean number = key.matches("[1-9]\\d{0,2}") && Integer.parseInt(key) <= ThreadPolicy.MOST;
        if (number) {
            submit(Integer.parseInt(key));
        }
    }

    private boolean submit(int choice) {
        desk.submit(new TrainingCommand.SetThreads(choice));
        return true;
    }
}
