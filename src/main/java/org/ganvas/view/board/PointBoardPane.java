package org.ganvas.view.board;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.data.drawing.DrawingSymmetry;
import org.ganvas.data.drawing.DrawingTool;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.control.NumberSlider;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.LabKeys;
import org.ganvas.viewmodel.board.BoardTools;
import org.ganvas.viewmodel.board.PointBoardViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** The board with its tools, and the buttons that take the drawing into a run and into files. FX thread. */
public final class PointBoardPane extends VBox {

    private static final String BLANK = "lab.board.blank";

    private final PointBoardViewModel model;
    private final PointBoardView board;

    public PointBoardPane(PointBoardViewModel model) {
        super(8);
        this.model = model;
        setId("labBoard");
        getStyleClass().add("ganvas-card");
        Label summary = CardFactory.styled(new Label(), "caption");
        summary.setId("boardSummary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.textProperty().bind(model.summaryProperty());
        BoardTools tools = model.tools();
        board = new PointBoardView(model);
        getChildren()
                .addAll(
                        toolBar(),
                        board,
                        summary,
                        dial(
                                "boardRadius",
                                "lab.board.radius",
                                BoardTools.MIN_RADIUS,
                                BoardTools.MAX_RADIUS,
                                tools.radiusProperty()),
                        dial(
                                "boardDensity",
                                "lab.board.density",
                                BoardTools.MIN_DENSITY,
                                BoardTools.MAX_DENSITY,
                                tools.densityProperty()),
                        symmetry(tools),
                        changes(),
                        ways());
        addEventHandler(KeyEvent.KEY_PRESSED, board::chooseTool);
    }

    /** The fold around the board: while it is open, its header takes the keys of the tools too. */
    public void takeKeysOf(TitledPane fold) {
        fold.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (fold.isExpanded()) {
                board.chooseTool(event);
            }
        });
    }

    private FlowPane toolBar() {
        FlowPane bar = new FlowPane(6, 4);
        for (DrawingTool tool : DrawingTool.values()) {
            ToggleButton chip =
                    CardFactory.styled(new ToggleButton(Messages.text("lab.board.tool." + tool)), "small", "chip");
            chip.setId("boardTool" + tool);
            chip.setGraphic(CardFactory.styled(new Label(LabKeys.keyOf(tool).getName()), "chip-key"));
            chip.setOnAction(event -> {
                model.tools().toolProperty().set(tool);
                chip.setSelected(true);
            });
            chip.setSelected(model.tools().toolProperty().get() == tool);
            ViewBindings.listen(model.tools().toolProperty(), (property, old, now) -> chip.setSelected(now == tool));
            bar.getChildren().add(HelpTooltips.about(chip, "lab.board.tool." + tool));
        }
        return bar;
    }

    private static HBox dial(String id, String key, double least, double most, DoubleProperty value) {
        NumberSlider slider = new NumberSlider(id, key, least, most, value);
        return CardFactory.row(new Label(Messages.text(key + ".title")), slider);
    }

    private static FlowPane symmetry(BoardTools tools) {
        ComboBox<Integer> folds = ComboBoxes.of(
                FXCollections.observableArrayList(1, 2, 3, 4, 5, 6, 8, DrawingSymmetry.MOST_FOLDS),
                each -> each == 1 ? Messages.text("lab.board.folds.none") : Messages.text("lab.board.folds.of", each),
                tools.foldsProperty()::set,
                tools.foldsProperty()::get);
        folds.setId("boardFolds");
        folds.setValue(tools.foldsProperty().get());
        HelpTooltips.about(folds, "lab.board.folds");
        FlowPane row = new FlowPane(
                6,
                4,
                chip("boardMirrorX", "lab.board.mirrorX", tools.mirrorXProperty()),
                chip("boardMirrorY", "lab.board.mirrorY", tools.mirrorYProperty()),
                chip("boardSnap", "lab.board.snap", tools.snapProperty()),
                folds);
        row.setRowValignment(VPos.CENTER);
        return row;
    }

    private static ToggleButton chip(String id, String key, BooleanProperty on) {
        ToggleButton chip = CardFactory.styled(new ToggleButton(Messages.text(key)), "small", "chip");
        chip.setId(id);
        chip.selectedProperty().bindBidirectional(on);
        ViewBindings.onDispose(() -> chip.selectedProperty().unbindBidirectional(on));
        return HelpTooltips.about(chip, key);
    }

    private FlowPane changes() {
        return new FlowPane(
                6,
                4,
                button("boardUndo", "lab.board.undo", model::undo, model.undoableProperty(), "lab.board.undo"),
                button("boardRedo", "lab.board.redo", model::redo, model.redoableProperty(), "lab.board.redo"),
                button(
                        "boardClear",
                        "lab.board.clear",
                        model::clear,
                        ViewBindings.map(model.blankProperty(), is -> !is),
                        BLANK),
                button("boardOpen", "lab.board.open", model.data()::openFile, null, ""),
                button(
                        "boardSave",
                        "lab.board.save",
                        model.data()::saveFile,
                        ViewBindings.map(model.blankProperty(), is -> !is),
                        BLANK));
    }

    private FlowPane ways() {
        Button use = button("boardUse", "lab.board.use", model.data()::useNow, null, "");
        use.getStyleClass().add("accent");
        enable(use, model.data().obstacleProperty());
        Button start = button("boardStart", "lab.board.start", model.data()::startRun, null, "");
        enable(start, model.data().newRunObstacleProperty());
        return new FlowPane(6, 4, use, start);
    }

    private static void enable(Button button, ObservableValue<String> obstacle) {
        button.setDisable(!obstacle.getValue().isEmpty());
        // First, because a reason is read as soon as it changes, unless the button is enabled.
        ViewBindings.listen(obstacle, (property, old, now) -> button.setDisable(!now.isEmpty()));
        DisabledReasons.set(button, obstacle);
    }

    private static Button button(
            String id, String key, Runnable action, @Nullable ObservableValue<Boolean> possible, String reason) {
        Button button = CardFactory.styled(new Button(Messages.text(key)), "small");
        button.setId(id);
        button.setOnAction(event -> action.run());
        if (possible != null) {
            button.setDisable(!possible.getValue());
            ViewBindings.listen(possible, (property, old, now) -> button.setDisable(!now));
            DisabledReasons.set(button, reason);
        }
        return HelpTooltips.about(button, key);
    }
}
