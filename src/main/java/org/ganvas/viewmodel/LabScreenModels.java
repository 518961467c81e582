package org.ganvas.viewmodel;

import java.util.List;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.viewmodel.board.BoardData;
import org.ganvas.viewmodel.board.DrawingAutosave;
import org.ganvas.viewmodel.board.PointBoardViewModel;
import org.ganvas.viewmodel.lab.DataMotionViewModel;
import org.ganvas.viewmodel.lab.DiracViewModel;
import org.ganvas.viewmodel.lab.LabExportViewModel;
import org.ganvas.viewmodel.lab.LabFiguresViewModel;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.lab.SlowMotionViewModel;
import org.ganvas.viewmodel.lab.WeightViewModel;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.jspecify.annotations.Nullable;

/** View models of the Lab screen. FX thread. */
public final class LabScreenModels {

    private final LabViewModel screen;
    private final SlowMotionViewModel slowMotion;
    private final WeightViewModel weight;
    private final DataMotionViewModel motion;
    private final DiracViewModel dirac;
    private final PointBoardViewModel board;
    private final @Nullable DrawingAutosave drawingAutosave;
    private final LabFiguresViewModel figures = new LabFiguresViewModel();
    private final LabExportViewModel export;

    LabScreenModels(WindowContext window, TrainScreenModels train, NavigationViewModel navigation) {
        screen = new LabViewModel(
                window.session().lab(),
                window.services().preferences(),
                navigation.shownProperty().isEqualTo(AppScreen.LAB));
        slowMotion = slowMotion(train, screen);
        weight = new WeightViewModel(
                window.session(),
                window.undo(),
                screen.neurons(),
                new WeightViewModel.Sight(
                        train.timeline().selectedProperty().isNotNull(),
                        screen.layers().averagedProperty(),
                        slowMotion.openProperty()));
        motion = new DataMotionViewModel(train.liveTuning());
        dirac = new DiracViewModel(window.undo());
        board = board(window, train);
        RecoveryFolder folder = window.services().recovery();
        drawingAutosave = folder == null
                ? null
                : new DrawingAutosave(
                        board, folder.file("board.csv"), window.services().io());
        export = new LabExportViewModel(
                new LabExportViewModel.Dependencies(
                        window.session(), window.notices(), window.prompts(), DaemonThreads.perTask("film")),
                window.services().preferences(),
                screen,
                dirac,
                train.timeline().selectedProperty());
        navigation.setReason(AppScreen.LAB, screen.reasonProperty());
    }

    /** Slow motion of the present: it ends when the timeline shows the past, and shows the present when it begins. */
    private static SlowMotionViewModel slowMotion(TrainScreenModels train, LabViewModel screen) {
        SlowMotionViewModel slowMotion = new SlowMotionViewModel(train.run(), screen);
        slowMotion.openProperty().addListener((property, old, open) -> {
            if (open) {
                train.timeline().showLive();
            }
        });
        train.timeline().selectedProperty().addListener((property, old, now) -> {
            if (now != null) {
                slowMotion.close();
            }
        });
        return slowMotion;
    }

    private static PointBoardViewModel board(WindowContext window, TrainScreenModels train) {
        return new PointBoardViewModel(new BoardData(
                new BoardData.Dependencies(
                        window.session(),
                        window.prompts(),
                        window.undo(),
                        window.services().io()),
                window.notices(),
                train.runSetup()::chooseData));
    }

    /** In the order in which they take a snapshot. */
    List<SnapshotListener> snapshotListeners() {
        return List.of(screen, board, weight, motion, figures);
    }

    /** In the order in which they take a frame. */
    List<FrameListener> frameListeners() {
        return List.of(screen, board, slowMotion, export, this::saveDrawing);
    }

    private void saveDrawing(long nanos) {
        if (drawingAutosave != null) {
            drawingAutosave.onFrame(nanos);
        }
    }

    void relocalize() {
        dirac.relocalize();
        board.relocalize();
    }

    /** Plot, layers and neurons. */
    public LabViewModel screen() {
        return screen;
    }

    /** A step at a time, in slow motion. */
    public SlowMotionViewModel slowMotion() {
        return slowMotion;
    }

    /** The weight of the neurons that the user sets. */
    public WeightViewModel weight() {
        return weight;
    }

    /** How the data of a run on 2-D points moves. */
    public DataMotionViewModel motion() {
        return motion;
    }

    /** The board on which data of 2-D points is drawn. */
    public PointBoardViewModel board() {
        return board;
    }

    /** Dirac-GAN. */
    public DiracViewModel dirac() {
        return dirac;
    }

    /** Numbers of the diagram. */
    public LabFiguresViewModel figures() {
        return figures;
    }

    /** Export of what the screen shows. */
    public LabExportViewModel export() {
        return export;
    }
}
