package org.ganvas.viewmodel.project;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.project.OpenedProject;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.ProjectSummary;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.recovery.RecoverableRun;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
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

/** Offers to restore unsaved runs after a crash, one at a time, newest first. FX thread. */
public final class RecoveryViewModel implements FrameListener {

    private static final System.Logger LOG = System.getLogger(RecoveryViewModel.class.getName());

    private final TrainingSession session;
    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final SetupChoices choices;
    private final DataChangeViewModel dataChange;
    private final @Nullable RecoveryFolder recovery;
    private final ProjectStore store;
    private final FrameTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable RecoveryOffer> offer = new ReadOnlyObjectWrapper<>();
    private final Deque<RecoverableRun> pending = new ArrayDeque<>();

    public RecoveryViewModel(
            TrainingSession session,
            DocumentViewModel document,
            NoticesViewModel notices,
            UserPrompts prompts,
            SetupChoices choices,
            DataChangeViewModel dataChange,
            AppServices services) {
        this.session = session;
        this.document = document;
        this.notices = notices;
        this.prompts = prompts;
        this.choices = choices;
        this.dataChange = dataChange;
        recovery = services.recovery();
        store = services.store();
        tasks = new FrameTasks(services.io(), notices::reportInternalError);
    }

    @Override
    public void onFrame(long nanos) {
        tasks.runFinished();
    }

    // ---- Properties ----

    /** Current offer; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable RecoveryOffer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Searches for runs of programs that crashed. */
    public void findRuns() {
        RecoveryFolder folder = recovery;
        if (folder != null) {
            tasks.run(() -> {
                var found = folder.recoverableRuns();
                return () -> {
                    pending.clear();
                    pending.addAll(found);
                    showFirst();
                };
            });
        }
    }

    /** Restores the offered run; its copy is kept until the session has the run. */
    public void restore() {
        RecoverableRun run = pending.peek();
        if (run != null && !tasks.busyProperty().get()) {
            tasks.run(() -> load(run, null));
        }
    }

    /** @param dataId where the data is now; null for the place that the copy names */
    private Runnable load(RecoverableRun run, @Nullable String dataId) {
        try {
            RunCapture saved = run.load();
            RunCapture capture = dataId == null ? saved : saved.withDataId(dataId);
            Path project = run.project();
            List<ProjectCheckpoint> past = project == null ? List.of() : past(capture, project);
            return () -> {
                // A session has one run: the other runs are offered again at the next start.
                pending.clear();
                showFirst();
                document.expect(DocumentViewModel.Expected.of(capture, project, false, now -> {
                    tasks.run(() -> takeOver(run));
                    dataChange.opened(continued(saved.info(), project), now);
                }));
                dataChange.opening(
                        new DataChangeViewModel.Opening(saved.info(), place -> tasks.run(() -> load(run, place))));
                session.submit(new TrainingCommand.Restore(capture, past));
            };
        } catch (ProjectException e) {
            return () -> {
                pending.remove(run);
                showFirst();
                notices.report(Messages.text(e.message()));
            };
        }
    }

    /** The past that the run's project holds; none where that cannot be read, or is of another run. */
    private List<ProjectCheckpoint> past(RunCapture capture, Path project) {
        try {
            OpenedProject opened = store.open(project);
            return opened.run().isEarlierThan(capture) ? opened.checkpoints() : List.of();
        } catch (ProjectException e) {
            LOG.log(System.Logger.Level.DEBUG, "A run is restored without the past of its project.", e);
            return List.of();
        }
    }

    /** A restored run, whose copy belongs to this window: it continues on other data from where it is. */
    private DataChangeViewModel.Opening continued(RunInfo saved, @Nullable Path project) {
        return new DataChangeViewModel.Opening(saved, place -> {
            CompletableFuture<RunCapture> captured = new CompletableFuture<>();
            session.submit(new TrainingCommand.Capture(captured));
            tasks.runAfter(captured, capture -> {
                RunCapture moved = capture.withDataId(place);
                DataChangeViewModel.Opening again = continued(saved, project);
                return () -> {
                    document.expect(
                            DocumentViewModel.Expected.of(moved, project, false, now -> dataChange.opened(again, now)));
                    dataChange.opening(again);
                    session.submit(new TrainingCommand.Restore(moved));
                };
            });
        });
    }

    private Runnable takeOver(RecoverableRun run) {
        return applyChange(folder -> folder.takeOver(run));
    }

    /** Deletes the offered run, after a question. */
    public void delete() {
        RecoverableRun run = pending.peek();
        if (run != null) {
            prompts.confirm(
                    Messages.text("recovery.delete.title"),
                    Messages.text(
                            "recovery.delete.detail",
                            NumberFormats.count(run.summary().step())),
                    Messages.text("recovery.delete.action"),
                    () -> delete(run));
        }
    }

    private void delete(RecoverableRun run) {
        if (pending.remove(run)) {
            showFirst();
            tasks.run(() -> applyChange(folder -> folder.delete(run)));
        }
    }

    /** Dismisses all offers until the next start. */
    public void later() {
        pending.clear();
        showFirst();
    }

    /** Change of the recovery folder. */
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

    /** Formats the offer again after a change of the language. */
    public void relocalize() {
        showFirst();
    }

    private void showFirst() {
        RecoverableRun first = pending.peek();
        offer.set(first == null ? null : describe(first));
    }

    private RecoveryOffer describe(RecoverableRun run) {
        ProjectSummary summary = run.summary();
        Path project = run.project();
        String time = time(run.savedAt());
        return new RecoveryOffer(
                Messages.text("recovery.name", presetName(summary.presetId()), DisplayNames.ofData(summary.dataName())),
                Messages.text(
                        "recovery.facts",
                        NumberFormats.count(summary.step()),
                        NumberFormats.duration(summary.trainedSeconds())),
                project == null
                        ? Messages.text("recovery.place.none", time)
                        : Messages.text("recovery.place", time, project.getFileName()),
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
