package org.ganvas.view;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.session.run.RunState;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.train.ClassifierProgress;
import org.ganvas.view.train.PaceMenu;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.StatusViewModel;

/** Status strip of the window: state of the run, speed, elapsed time, memory, threads. FX thread. */
final class StatusStrip extends FittingRow {

    private final Region dot = CardFactory.styled(new Region(), "state-dot");

    StatusStrip(WindowViewModel model) {
        super(20);
        StatusViewModel status = model.status();
        getStyleClass().add("status-strip");
        Label state = new Label();
        state.setId("stateLabel");
        state.textProperty().bind(status.stateProperty());
        TextScaling.scaleMinWidth(state, 56);
        HBox stateBox = new HBox(8, dot, state);
        stateBox.setAlignment(Pos.CENTER_LEFT);
        Label data = CardFactory.styled(new Label(), "caption", "figure");
        data.textProperty().bind(status.dataProperty());
        Node images = samplesPerSecond(status);
        Node elapsed = figure("elapsed", status.elapsedProperty(), 48);
        Node memory = figure("memory", status.memoryProperty(), 60);
        ThreadsMenu threads = new ThreadsMenu(model.threads());
        PaceMenu pace = new PaceMenu(model.train().pace());
        getChildren()
                .addAll(
                        stateBox,
                        figure("stepsPerSecond", status.stepsPerSecondProperty(), 44),
                        pace,
                        images,
                        elapsed,
                        memory,
                        threads,
                        CardFactory.space(),
                        new ClassifierProgress(
                                model.train().curves().evaluation(),
                                model.navigation()
                                        .shownProperty()
                                        .isEqualTo(AppScreen.DREAM)
                                        .and(model.dream().features().trainingProperty())),
                        new TimelapseProgress(model.train().timelapse()),
                        new TimelapseProgress(model.lab().export()),
                        data);
        concedeSpacing(10);
        concedeHidden(images);
        concedeHidden(data);
        concedeHidden(memory);
        concedeHidden(elapsed);
        concedeHidden(threads);
        concedeHidden(pace);
        ViewBindings.listen(model.train().run().stateProperty(), (property, old, now) -> setState(now));
        setState(model.train().run().stateProperty().get());
    }

    /** Images or points a second, whichever the run learns. */
    private static HBox samplesPerSecond(StatusViewModel status) {
        HBox box = figure("imagesPerSecond", status.imagesPerSecondProperty(), 44);
        Label unit = (Label) box.getChildren().get(1);
        Runnable name = () -> {
            String key = status.pointsProperty().get() ? "status.pointsPerSecond" : "status.imagesPerSecond";
            unit.setText(Messages.text(key + ".unit"));
            HelpTooltips.about(box, key);
        };
        ViewBindings.listen(status.pointsProperty(), (property, old, now) -> name.run());
        name.run();
        return box;
    }

    private static HBox figure(String id, ObservableValue<String> text, double width) {
        Label value = CardFactory.styled(new Label(), "figure", "status-value");
        value.setId(id);
        value.textProperty().bind(text);
        TextScaling.scaleMinWidth(value, width);
        value.setAlignment(Pos.CENTER_RIGHT);
        Label unit = CardFactory.caption(Messages.text("status." + id + ".unit"));
        unit.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(4, value, unit);
        box.setAlignment(Pos.CENTER_LEFT);
        return HelpTooltips.about(box, "status." + id);
    }

    private void setState(RunState state) {
        dot.getStyleClass().setAll("state-dot", state.name().toLowerCase(Locale.ROOT));
    }
}
