package org.ganvas.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ganvas.data.FileException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FailureLog;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {

    private static final FailureLog.Report REPORT = new FailureLog.Report(Path.of("/r.txt"), "the report");

    private final WindowFixture fixture = WindowFixture.ready(
            new AppServices(Runnable::run, new ProjectStore(), null, new InMemoryPreferences(), failure -> REPORT));
    private final NoticesViewModel notices = fixture.window.notices();

    @Test
    void internalErrorIsOneSentenceWithItsReport() {
        notices.reportInternalError(new IllegalStateException("odd"));
        assertEquals(
                "Internal error. Your run is safe.", notices.problemProperty().get());
        fixture.window.showReport();
        assertEquals(List.of("the report"), fixture.prompts.texts());
        notices.dismissProblem();
        assertNull(notices.failureReportProperty().get());
    }

    @Test
    void foreseenFailureShowsItsMessageInTheLanguageOfTheWindow() {
        notices.reportFailure(
                new FileException(Message.list(List.of(Message.verbatim("a.png"), Message.verbatim("b.png")))));
        assertEquals("a.png, b.png", notices.problemProperty().get());
        assertNull(notices.failureReportProperty().get());
        Messages.setLanguage(Locale.SIMPLIFIED_CHINESE);
        try {
            notices.relocalize();
            assertEquals("a.png，b.png", notices.problemProperty().get());
        } finally {
            Messages.setLanguage(Locale.ENGLISH);
        }
    }

    @Test
    void unforeseenFailureShowsOneSentenceAndLeavesItsDetailsToTheReport() {
        notices.reportFailure(new IOException("/tmp/x: odd"));
        assertEquals(
                "Internal error. Your run is safe.", notices.problemProperty().get());
        assertNotNull(notices.failureReportProperty().get());
    }

    @Test
    void anotherProblemRemovesActionAndReport() {
        notices.reportInternalError(new IllegalStateException("odd"));
        notices.report("No space.", new NoticeAction(Messages.text("project.saveElsewhere"), () -> {}));
        assertNull(notices.failureReportProperty().get());
        assertNotNull(notices.actionProperty().get());
        fixture.wait(5);
        fixture.training.say(SessionNotice.Kind.PROBLEM, "Something else.");
        fixture.frames(1);
        assertNull(notices.actionProperty().get());
    }

    @Test
    void problemGoesWhenAnotherRunIsLoadedButNotBeforeItIsRead() {
        notices.report("The images do not fit.");
        fixture.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        fixture.frames(3);
        assertEquals("The images do not fit.", notices.problemProperty().get());
        fixture.wait(5);
        fixture.frames(1);
        assertEquals("", notices.problemProperty().get());
    }

    @Test
    void problemWithSavingGoesWhenSavingSucceeds() {
        notices.report("No space.", new NoticeAction(Messages.text("project.saveElsewhere"), () -> {}));
        notices.savingSucceeded();
        assertEquals("", notices.problemProperty().get());
        notices.report("Something else.");
        notices.savingSucceeded();
        assertEquals("Something else.", notices.problemProperty().get());
    }

    @Test
    void remarkStaysWhileThePointerIsOverIt() {
        notices.showSaved("Saved.", Path.of("/run.ganvas"));
        fixture.frames(1);
        notices.keepRemark(true);
        fixture.wait(20);
        fixture.frames(1);
        assertEquals("Saved.", notices.toastProperty().get());
        notices.keepRemark(false);
        fixture.frames(1);
        assertEquals("", notices.toastProperty().get());
        assertNull(notices.savedFileProperty().get());
    }

    @Test
    void reportOfASessionFailureMeetsItsNoticeInEitherOrder() {
        fixture.wait(5);
        notices.attachReport(REPORT);
        fixture.training.say(SessionNotice.Kind.PROBLEM, "Drawing failed.");
        fixture.frames(1);
        assertNotNull(notices.failureReportProperty().get());
        fixture.wait(5);
        fixture.training.say(SessionNotice.Kind.PROBLEM, "A folder is missing.");
        fixture.frames(1);
        assertNull(notices.failureReportProperty().get());
        notices.attachReport(REPORT);
        assertNotNull(notices.failureReportProperty().get());
    }

    @Test
    void historyHoldsTheLatestTwentyNotices() {
        IntStream.range(0, 30).forEach(i -> notices.showRemark("remark " + i));
        List<String> lines = notices.history().lines();
        assertEquals(20, lines.size());
        assertTrue(lines.get(19).endsWith(" remark 29"), lines.get(19));
    }

    @Test
    void aFileThatWasWrittenEndsTheProblemOfAnAttemptBefore() {
        notices.report("The folder is full.");
        notices.showSaved("Saved.", Path.of("grid.png"));
        assertEquals("", notices.problemProperty().get());

        notices.report("Data is missing.", new NoticeAction("Choose", () -> {}));
        notices.showSaved("Saved.", Path.of("grid.png"));
        assertEquals("Data is missing.", notices.problemProperty().get());
    }

    private static TrainingSnapshot in(RunState state) {
        return new TrainingSnapshot(
                state,
                null,
                -1,
                0,
                0,
                0,
                0,
                0,
                TrainingSnapshot.EMPTY.threads(),
                null,
                TrainingSnapshot.Grids.NONE,
                null);
    }

    @Test
    void aRemarkOnARunThatRestsIsOverWhenItStarts() {
        NoticesViewModel own = new NoticesViewModel(failure -> null);
        own.onSnapshot(in(RunState.RUNNING));
        own.showRemarkUntilStart("paused");
        own.onSnapshot(in(RunState.RUNNING));
        assertEquals("paused", own.toastProperty().get(), "it has not come to rest yet");
        own.onSnapshot(in(RunState.PAUSED));
        assertEquals("paused", own.toastProperty().get());
        own.onSnapshot(in(RunState.RUNNING));
        assertEquals("", own.toastProperty().get());
        own.onSnapshot(in(RunState.PAUSED));
        own.showRemark("saved");
        own.onSnapshot(in(RunState.RUNNING));
        assertEquals("saved", own.toastProperty().get(), "any other stays");
    }
}
