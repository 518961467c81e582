package org.ganvas.viewmodel.project;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.project.ProjectSummary;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.recovery.RecoverableRun;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.RunCapture;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** Offers unsaved runs back after a crash, one after the other, newest first. FX thread. */
public final class RecoveryViewModel implements FrameListener {

    private final TrainingSession desk;
    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final SetupChoices choices;
    private final @Nullable RecoveryFolder recovery;
    private final FrameTasks chores;
    private final ReadOnlyObjectWrapper<@Nullable RecoveryOffer> offer = new ReadOnlyObjectWrapper<>();
    private final Deque<RecoverableRun> waiting = new ArrayDeque<>();

    public RecoveryViewModel(
            TrainingSession desk,
            DocumentViewModel document,
            NoticesViewModel notices,
            UserPrompts prompts,
            SetupChoices choices,
            AppServices cabinet) {
        this.desk = desk;
        this.document = document;
        this.notices = notices;
        this.prompts = prompts;
        this.choices = choices;
        recovery = cabinet.recovery();
        chores = new FrameTasks(cabinet.io(), notices::reportInternalError);
    }

    @Override
    public void onFrame(long nanos) {
        chores.runFinished();
    }

    // ---- Properties ----

    /** What is offered now; null if there is nothing to decide. */
    public ReadOnlyObjectProperty<@Nullable RecoveryOffer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Looks for runs of programs that crashed. */
    public void findRuns() {
        RecoveryFolder folder = recovery;
        if (folder != null) {
            chores.run(() -> {
                var found = folder.abandoned();
                return () -> {
                    waiting.clear();
                    waiting.addAll(found);
                    showFirst();
                };
            });
        }
    }

    /** Puts the offered run on the desk; it stays safe until it is there. */
    public void restore() {
        RecoverableRun run = waiting.peek();
        if (run != null && !chores.busyProperty().get()) {
            chores.run(() -> load(run));
        }
    }

    private Runnable load(RecoverableRun run) {
        try {
            RunCapture capture = run.load();
            Path home = run.home();
            return () -> {
                // What else was left is offered again at the next start: one run is on the desk now.
                waiting.clear();
                showFirst();
                document.expect(new DocumentViewModel.Expected(
                        capture.info().request(), home, false, () -> chores.run(() -> takeOver(run))));
                desk.submit(new TrainingCommand.Restore(capture));
            };
        } catch (ProjectException e) {
            return () -> {
                waiting.remove(run);
                showFirst();
                notices.report(Messages.text(e.message()));
            };
        }
    }

    private Runnable takeOver(RecoverableRun run) {
        return applyChange(folder -> folder.adopt(run));
    }

    /** Throws the offered run away, asking first. */
    public void delete() {
        RecoverableRun run = waiting.peek();
        if (run != null
                && prompts.confirm(
                        Messages.text("recovery.delete.title"),
                        Messages.text(
                                "recovery.delete.detail",
                                NumberFormats.count(run.summary().step())),
                        Messages.text("recovery.delete.action"))) {
            waiting.remove(run);
            showFirst();
            chores.run(() -> applyChange(folder -> folder.delete(run)));
        }
    }

    /** Leaves everything as it is until the next start. */
    public void later() {
        waiting.clear();
        showFirst();
    }

    /** Something that the recovery folder does. */
    private interface Change {
        void apply(RecoveryFolder folder) throws ProjectException;
    }

    private Runnable applyChange(Change change) {
        try {
            if (recovery != null) {
                change.apply(recovery);
            }
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
        return () -> {};
    }

    /** In the language that is spoken now. */
    public void relocalize() {
        showFirst();
    }

    private void showFirst() {
        RecoverableRun first = waiting.peek();
        offer.set(first == null ? null : describe(first));
    }

    private RecoveryOffer describe(RecoverableRun run) {
        ProjectSummary summary = run.summary();
        Path home = run.home();
        String time = time(run.savedAt());
        return new RecoveryOffer(
                Messages.text("recovery.name", presetName(summary.presetId()), DisplayNames.ofData(summary.dataName())),
                Messages.text(
                        "recovery.facts",
                        NumberFormats.count(summary.step()),
                        NumberFormats.duration(summary.trainedSeconds())),
                home == null
                        ? Messages.text("recovery.place.none", time)
                        : Messages.text("recovery.place", time, home.getFileName()),
                summary.thumbnail());
    }

    private String presetName(String id) {
        return choices.presets().stream()
                .filter(preset -> preset.id().equals(id))
                .map(DisplayNames::of)
                .findFirst()
                .orElse(id);
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Messages.locale())
                .format(instant.atZone(ZoneId.systemDefault()));
    }
}
