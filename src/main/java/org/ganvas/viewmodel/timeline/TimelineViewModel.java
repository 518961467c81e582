package org.ganvas.viewmodel.timeline;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GrowthStages;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** Checkpoints of the run and the selected one; training continues meanwhile. FX thread. */
public final class TimelineViewModel implements SnapshotListener, FrameListener {

    private static final long UPDATE_NANOS = 200_000_000;

    private final TrainingSession session;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final SelectedCheckpoint selected;
    private final Runnable marked;
    private final TimelinePlayback playback = new TimelinePlayback();
    private final ReadOnlyObjectWrapper<CheckpointList> checkpoints = new ReadOnlyObjectWrapper<>(CheckpointList.NONE);
    private final ReadOnlyLongWrapper liveStep = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper end = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty trains = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<@Nullable GrowthStages> stages = new ReadOnlyObjectWrapper<>();
    private @Nullable GanSpec stagesOf;
    private @Nullable List<Checkpoint> known;
    private long nextUpdate = Long.MIN_VALUE;
    private int run;

    /** @param marked notified when a mark is set or removed, which a project keeps */
    public TimelineViewModel(
            TrainingSession session,
            NoticesViewModel notices,
            UserPrompts prompts,
            SelectedCheckpoint selected,
            Runnable marked) {
        this.session = session;
        this.marked = marked;
        this.notices = notices;
        this.prompts = prompts;
        this.selected = selected;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        int number = snapshot.run() == null ? 0 : snapshot.run().number();
        if (number != run) {
            run = number;
            selected.clear();
        }
        showStages(snapshot.run() == null ? null : snapshot.run().spec());
        trains.set(snapshot.state() == RunState.RUNNING);
        usable.set(snapshot.run() != null && snapshot.state() != RunState.LOADING);
        liveStep.set(snapshot.step());
        end.set(Math.max(snapshot.step(), checkpoints.get().last()));
    }

    private void showStages(@Nullable GanSpec spec) {
        if (spec != stagesOf) {
            stagesOf = spec;
            GrowthStages found = spec == null ? null : GrowthStages.of(spec);
            stages.set(found != null && found.grows() ? found : null);
        }
    }

    @Override
    public void onFrame(long nanos) {
        List<Checkpoint> now = session.history().checkpoints();
        if (now != known && nanos >= nextUpdate) {
            nextUpdate = nanos + UPDATE_NANOS;
            known = now;
            update(new CheckpointList(now));
        }
        double step = playback.onFrame(nanos, end.get());
        if (playback.playingProperty().get()) {
            play(step);
        }
        selected.onFrame(nanos);
    }

    private void update(CheckpointList fresh) {
        boolean other = fresh.replacesEndOf(checkpoints.get());
        checkpoints.set(fresh);
        end.set(Math.max(liveStep.get(), fresh.last()));
        if (other) {
            playback.stop();
            selected.clear();
        }
    }

    private void play(double step) {
        if (step >= end.get()) {
            showLive();
        } else {
            selected.select(checkpoints.get(), checkpoints.get().at(step), 1);
        }
    }

    private void select(@Nullable Checkpoint checkpoint) {
        Checkpoint before = selected.selected().get();
        playback.stop();
        boolean backwards = before != null && checkpoint != null && checkpoint.step() < before.step();
        selected.select(checkpoints.get(), checkpoint, backwards ? -1 : 1);
    }

    // ---- Commands ----

    /** Selects the checkpoint nearest to a step; the present is the one after the last. */
    public void scrub(double step) {
        scrub(step, 0);
    }

    /**
     * Selects the checkpoint nearest to a step; the present is the one after the last.
     *
     * @param reach steps within which a complete checkpoint, to which the run returns at once, is preferred
     */
    public void scrub(double step, double reach) {
        Checkpoint complete = checkpoints.get().completeNear(step, reach);
        Checkpoint checkpoint = complete == null ? checkpoints.get().nearest(step) : complete;
        if (checkpoint == null || step - checkpoint.step() > Math.abs(liveStep.get() - step)) {
            showLive();
        } else {
            select(checkpoint);
        }
    }

    /** Selects the checkpoint a number of places away; the present is the one after the last. */
    public void move(int places) {
        Checkpoint next = checkpoints.get().offset(selected.selected().get(), places);
        if (next != null) {
            select(next);
        } else if (places > 0) {
            showLive();
        } else {
            selectFirst();
        }
    }

    public void selectFirst() {
        select(checkpoints.get().at(0));
    }

    /** Selects the next checkpoint with a mark, the first one after the last. */
    public void selectNextMark() {
        Checkpoint from = selected.selected().get();
        select(checkpoints.get().markAfter(from == null ? -1 : from.step()));
    }

    /** Plays from the selected checkpoint, from the first one if the present is selected; or stops. */
    public void togglePlaying() {
        Checkpoint from = selected.selected().get();
        if (playback.playingProperty().get()) {
            playback.stop();
        } else if (!checkpoints.get().all().isEmpty()) {
            playback.play(from == null ? 0 : from.step());
        }
    }

    /** Selects the present. */
    public void showLive() {
        playback.stop();
        selected.selectPresent();
    }

    /** Marks the selected checkpoint with a name, the present if none is selected; or removes its mark. */
    public void mark() {
        if (!usable.get()) {
            return;
        }
        Checkpoint shown = selected.selected().get();
        Checkpoint chosen = shown == null ? null : checkpoints.get().at(shown.step());
        boolean unmark = chosen != null && chosen.isMarked();
        String name = unmark ? "" : Messages.text("timeline.mark.name", NumberFormats.count(nextMark()));
        String step = NumberFormats.count(chosen == null ? liveStep.get() : chosen.step());
        session.submit(new TrainingCommand.MarkCheckpoint(chosen, name));
        marked.run();
        notices.showRemark(Messages.text(unmark ? "timeline.mark.removed" : "timeline.mark.done", step));
    }

    /** The lowest number that no mark has. */
    private long nextMark() {
        long number = 1;
        while (checkpoints.get().hasMark(Messages.text("timeline.mark.name", NumberFormats.count(number)))) {
            number++;
        }
        return number;
    }

    /**
     * Continues the run from the selected checkpoint, after a question if steps would be lost. The run is taken to the very
     * step that is shown; where the checkpoint has no weights, the steps since the complete one before are taken again.
     */
    public void continueFromHere() {
        Checkpoint from = selected.selected().get();
        Checkpoint complete = continuationPoint();
        if (from == null || complete == null || !usable.get()) {
            return;
        }
        ask(from.step(), complete, from.trainedSeconds(), "timeline.continue.title", true);
    }

    /**
     * Takes the run back to a step and pauses it there, after a question if steps would be lost: it went wrong after that
     * step, and would again with the same settings.
     */
    public void goBack(long step) {
        Checkpoint complete = checkpoints.get().completeUpTo(step);
        if (complete == null) {
            // The session says why there is no way back.
            session.submit(new TrainingCommand.GoBack(step));
        } else if (usable.get()) {
            Checkpoint near = checkpoints.get().at(step);
            double seconds = near == null ? complete.trainedSeconds() : near.trainedSeconds();
            ask(step, complete, seconds, "timeline.back", false);
        }
    }

    private void ask(long wanted, Checkpoint complete, double seconds, String action, boolean keepTraining) {
        boolean repeatable = session.history().isRepeatable(wanted);
        long to = repeatable ? wanted : complete.step();
        long again = to - complete.step();
        if (end.get() <= to) {
            goBack(to, again, keepTraining);
        } else {
            double takenAgain = seconds - complete.trainedSeconds();
            String reached = repeatable
                    ? ""
                    : " " + Messages.text("timeline.continue.lost.nearest", NumberFormats.count(wanted));
            prompts.confirm(
                    Messages.text("timeline.continue.ask", NumberFormats.count(to)),
                    Bindings.createStringBinding(
                            () -> question(end.get() - to, again, takenAgain, keepTraining && trains.get()) + reached,
                            end,
                            trains),
                    Messages.text(action),
                    () -> goBack(to, again, keepTraining));
        }
    }

    private void goBack(long to, long again, boolean keepTraining) {
        boolean goesOn = keepTraining && trains.get();
        session.submit(new TrainingCommand.GoBack(to, goesOn));
        showLive();
        String done = again > 0 ? "again" : goesOn ? "running" : "done";
        String text = Messages.text("timeline.continue." + done, NumberFormats.count(to), NumberFormats.count(again));
        if (done.equals("done")) {
            notices.showRemarkUntilStart(text);
        } else {
            notices.showRemark(text);
        }
    }

    private static String question(long lost, long again, double seconds, boolean goesOn) {
        String key = goesOn ? "timeline.continue.lost.running" : "timeline.continue.lost";
        String losing = Messages.text(key, NumberFormats.count(lost));
        return again <= 0
                ? losing
                : losing + " "
                        + Messages.text(
                                "timeline.continue.lost.again",
                                NumberFormats.count(again),
                                NumberFormats.duration(Math.max(1, seconds)));
    }

    // ---- Properties ----

    /** Newest complete checkpoint at or before the selected one; null if the present is selected, or there is none. */
    public @Nullable Checkpoint continuationPoint() {
        Checkpoint from = selected.selected().get();
        return from == null ? null : checkpoints.get().completeUpTo(from.step());
    }

    public ReadOnlyObjectProperty<CheckpointList> checkpointsProperty() {
        return checkpoints.getReadOnlyProperty();
    }

    /** Selected checkpoint; null for the present. */
    public ReadOnlyObjectProperty<@Nullable Checkpoint> selectedProperty() {
        return selected.selected().getReadOnlyProperty();
    }

    /** Sample grid of the selected checkpoint, as soon as it is read; null for the present. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> gridProperty() {
        return selected.grid().getReadOnlyProperty();
    }

    /** Stages of the run; null for a run that does not grow. */
    public ReadOnlyObjectProperty<@Nullable GrowthStages> stagesProperty() {
        return stages.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty liveStepProperty() {
        return liveStep.getReadOnlyProperty();
    }

    /** Last step: the present one, or that of a later checkpoint if the run was continued from an earlier one. */
    public ReadOnlyLongProperty endProperty() {
        return end.getReadOnlyProperty();
    }

    /** Whether there is a run. */
    public ReadOnlyBooleanProperty usableProperty() {
        return usable.getReadOnlyProperty();
    }

    public TimelinePlayback playback() {
        return playback;
    }
}
