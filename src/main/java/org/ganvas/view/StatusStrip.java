package org.ganvas.view;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.session.run.RunState;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Teach;
import org.ganvas.view.fx.TextSize;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.ShellViewModel;
import org.ganvas.viewmodel.StatusViewModel;

/** The bottom of the window: where the run stands, how fast, how long, how much memory. FX thread. */
final class StatusStrip extends HBox {

    private final Region dot = Cards.styled(new Region(), "state-dot");

    StatusStrip(ShellViewModel model) {
        super(20);
        StatusViewModel status = model.status();
        getStyleClass().add("status-strip");
        setAlignment(Pos.CENTER_LEFT);
        Label state = new Label();
        state.setId("stateLabel");
        state.textProperty().bind(status.stateProperty());
        TextSize.widen(state, 56);
        HBox stateBox = new HBox(8, dot, state);
        stateBox.setAlignment(Pos.CENTER_LEFT);
        Label data = Cards.styled(new Label(), "caption", "figure");
        data.textProperty().bind(status.dataProperty());
        data.setMinWidth(0);
        getChildren()
                .addAll(
                        stateBox,
                        figure("stepsPerSecond", status.stepsPerSecondProperty(), 44),
                        figure("imagesPerSecond", status.imagesPerSecondProperty(), 44),
                        figure("elapsed", status.elapsedProperty(), 48),
                        figure("memory", status.memoryProperty(), 60),
                        new ThreadsMenu(model.threads()),
                        Cards.space(),
                        new TimelapseStrip(model.timelapse()),
                        data);
        Follow.of(model.run().stateProperty(), (property, old, now) -> mark(now));
        mark(model.run().stateProperty().get());
    }

    private static HBox figure(String id, ObservableValue<String> text, double width) {
        Label value = Cards.styled(new Label(), "figure", "status-value");
        value.setId(id);
        value.textProperty().bind(text);
        TextSize.widen(value, width);
        value.setAlignment(Pos.CENTER_RIGHT);
        Label unit = Cards.caption(Messages.text("status." + id + ".unit"));
        unit.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(4, value, unit);
        box.setAlignment(Pos.CENTER_LEFT);
        return Teach.about(box, "status." + id);
    }

    private void mark(RunState state) {
        dot.getStyleClass().setAll("state-dot", state.name().toLowerCase(Locale.ROOT));
    }
}
