package org.ganvas.view.train;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.growth.GrowthDial;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.timeline.TimelapseViewModel;
import org.ganvas.viewmodel.timeline.TimelinePlayback;
import org.ganvas.viewmodel.timeline.TimelineViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Timeline: playback, bar, marks, return to a checkpoint. Labels become icons in a narrow pane. FX thread. */
public final class TimelinePane extends FittingRow {

    private static final double MIN_BAR = 120;
    private static final double STEP_WIDTH = 92;

    private final TimelineViewModel model;

    public TimelinePane(TimelineViewModel model, TimelapseViewModel timelapse) {
        super(6);
        this.model = model;
        setId("timeline");
        getStyleClass().add("timeline");
        TimelineBar bar = new TimelineBar(model);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMinWidth(MIN_BAR);
        MenuButton speed = speed();
        Button resume = continueButton();
        getChildren()
                .addAll(
                        play(),
                        speed,
                        bar,
                        new GrowthDial(model),
                        step(),
                        mark(),
                        new TimelapseMenu(timelapse),
                        resume,
                        live());
        concedeText(resume);
        concedeSpacing(2);
        concedeHidden(speed);
        ViewBindings.listen(model.stagesProperty(), (property, old, now) -> makeSpaceForStages());
        makeSpaceForStages();
        disableProperty().bind(model.usableProperty().not());
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private void makeSpaceForStages() {
        getStyleClass().remove("growing");
        if (model.stagesProperty().get() != null) {
            getStyleClass().add("growing");
        }
    }

    private Button play() {
        Button play = button("timelinePlay", "timeline.play", Feather.PLAY, model::togglePlaying);
        play.graphicProperty().bind(IconFactory.playing(model.playback().playingProperty()));
        return play;
    }

    private static Button button(String id, String key, Feather icon, Runnable work) {
        Button button = new Button(null, IconFactory.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> work.run());
        return HelpTooltips.about(button, key);
    }

    private MenuButton speed() {
        TimelinePlayback playback = model.playback();
        MenuButton speed = new MenuButton();
        speed.setId("timelineSpeed");
        speed.getStyleClass().addAll("flat", "no-arrow", "figure");
        speed.setMinWidth(Region.USE_PREF_SIZE);
        speed.textProperty().bind(playback.speedProperty().map(value -> name(value.doubleValue())));
        ToggleGroup group = new ToggleGroup();
        for (double value : TimelinePlayback.SPEEDS) {
            RadioMenuItem item = new RadioMenuItem(name(value));
            item.setToggleGroup(group);
            item.setSelected(value == playback.speedProperty().get());
            item.setOnAction(event -> playback.speedProperty().set(value));
            speed.getItems().add(item);
        }
        return HelpTooltips.about(speed, "timeline.speed");
    }

    private static String name(double speed) {
        String number = speed < 1 ? Double.toString(speed) : Long.toString(Math.round(speed));
        return Messages.text("timeline.speed.value", number);
    }

    private Label step() {
        Label step = CardFactory.styled(new Label(), "caption", "figure");
        step.setId("timelineStep");
        TextScaling.scaleMinWidth(step, STEP_WIDTH);
        TextScaling.scalePrefWidth(step, STEP_WIDTH);
        step.setAlignment(Pos.CENTER_RIGHT);
        StringBinding text = Bindings.createStringBinding(this::stepText, model.selectedProperty());
        step.textProperty().bind(text);
        return step;
    }

    private String stepText() {
        Checkpoint shown = model.selectedProperty().get();
        return shown == null
                ? Messages.text("timeline.live.caption")
                : Messages.text("timeline.now", NumberFormats.count(shown.step()));
    }

    private Button mark() {
        return button("timelineMark", "timeline.mark", Feather.FLAG, model::mark);
    }

    private Button continueButton() {
        Button result = button("timelineContinue", "timeline.continue", Feather.GIT_BRANCH, model::continueFromHere);
        result.setText(Messages.text("timeline.continue.title"));
        result.disableProperty()
                .bind(ViewBindings.map(
                        model.selectedProperty(),
                        checkpoint -> checkpoint == null || model.continuationPoint() == null));
        return DisabledReasons.set(
                result,
                ViewBindings.map(
                        model.selectedProperty(),
                        checkpoint -> checkpoint == null
                                ? "timeline.continue.disabled"
                                : "timeline.continue.incomplete.disabled"));
    }

    private Button live() {
        Button live = button("timelineLive", "timeline.live", Feather.RADIO, model::showLive);
        BooleanBinding away = model.selectedProperty().isNotNull();
        live.disableProperty().bind(away.not());
        ViewBindings.show(away, now -> {
            live.getStyleClass().remove("accent");
            if (now) {
                live.getStyleClass().add("accent");
            }
        });
        // A binding that only a weak listener refers to would be collected.
        live.getProperties().put(TimelinePane.class, away);
        return DisabledReasons.set(live, "timeline.live");
    }
}
