package org.ganvas.view.lab;

import java.util.Map;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ganvas.view.control.NumberSlider;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SteadyLabel;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.LabKeys;
import org.ganvas.viewmodel.lab.SlowMotionViewModel;
import org.ganvas.viewmodel.lab.StepSentence;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Sentence of slow motion with its controls; arrow keys go on and back, Escape ends it. FX thread. */
final class NarrationBar extends VBox {

    private final SlowMotionViewModel model;
    private final SteadyLabel text = CardFactory.styled(new SteadyLabel(), "lab-sentence");
    private final Label place = CardFactory.styled(new Label(), "caption", "figure");

    NarrationBar(SlowMotionViewModel model) {
        super(6);
        this.model = model;
        setId("labNarration");
        getStyleClass().add("lab-narration");
        text.setId("labSentence");
        text.setAlignment(Pos.TOP_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setFocusTraversable(true);
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(text, controls());
        ViewBindings.listen(model.sentenceProperty(), (property, old, now) -> show(now));
        show(model.sentenceProperty().get());
        ViewBindings.listen(model.openProperty(), (property, old, now) -> {
            if (now) {
                text.expect(model.texts());
                text.requestFocus();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, keys());
    }

    private HBox controls() {
        Button play = new Button();
        play.setId("labSlowPlay");
        play.graphicProperty().bind(IconFactory.playing(model.playingProperty()));
        play.setOnAction(event -> model.togglePlaying());
        HelpTooltips.about(play, "lab.slow.play");
        NumberSlider seconds = new NumberSlider(
                "labSlowSeconds",
                "lab.slow.seconds",
                SlowMotionViewModel.SHORTEST,
                SlowMotionViewModel.LONGEST,
                model.secondsProperty());
        Label unit =
                HelpTooltips.about(CardFactory.caption(Messages.text("lab.slow.seconds.label")), "lab.slow.seconds");
        FittingRow row = new FittingRow(
                6,
                button("labSlowPrevious", "lab.slow.previous", Feather.CHEVRON_LEFT, model::previous),
                play,
                button("labSlowNext", "lab.slow.next", Feather.CHEVRON_RIGHT, model::next),
                place,
                CardFactory.space(),
                seconds,
                unit,
                button("labSlowClose", "lab.slow.close", Feather.X, model::close));
        row.concedeHidden(unit);
        row.concedeHidden(seconds);
        return row;
    }

    private static Button button(String id, String key, Feather icon, Runnable work) {
        Button button = new Button("", IconFactory.of(icon));
        button.setId(id);
        button.setOnAction(event -> work.run());
        return HelpTooltips.about(button, key);
    }

    private void show(@Nullable StepSentence sentence) {
        text.setText(sentence == null ? "" : sentence.text());
        text.setAccessibleText(text.getText());
        place.setText(
                sentence == null
                        ? ""
                        : Messages.text(
                                "lab.slow.place",
                                NumberFormats.count(model.indexProperty().get() + 1),
                                NumberFormats.count(model.countProperty().get())));
    }

    private EventHandler<KeyEvent> keys() {
        return LabKeys.SLOW_MOTION.handlerIf(Map.of(
                LabKeys.NEXT_SENTENCE, event -> steer(event, model::next),
                LabKeys.PREVIOUS_SENTENCE, event -> steer(event, model::previous),
                LabKeys.END_SLOWLY,
                        event -> {
                            model.close();
                            return true;
                        }));
    }

    /** Arrow keys of a slider or a field are its own. */
    private static boolean steer(KeyEvent event, Runnable work) {
        boolean taken = event.getTarget() instanceof Slider || event.getTarget() instanceof TextInputControl;
        if (!taken) {
            work.run();
        }
        return !taken;
    }
}
