package org.ganvas.view.lab;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.lab.SlowMotionViewModel;
import org.ganvas.viewmodel.lab.StepSentence;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Sentence of slow motion with its controls; arrow keys go on and back, Escape ends it. FX thread. */
final class NarrationBar extends VBox {

    private final SlowMotionViewModel model;
    private final Label text = CardFactory.styled(new Label(), "lab-sentence");
    private final Label place = CardFactory.styled(new Label(), "caption", "figure");

    NarrationBar(SlowMotionViewModel model) {
        super(6);
        this.model = model;
        setId("labNarration");
        getStyleClass().add("lab-narration");
        text.setId("labSentence");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setFocusTraversable(true);
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(text, controls());
        ViewBindings.listen(model.sentenceProperty(), (property, old, now) -> show(now));
        show(model.sentenceProperty().get());
        ViewBindings.listen(model.openProperty(), (property, old, now) -> {
            if (now) {
                text.requestFocus();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::steer);
    }

    private HBox controls() {
        Button play = new Button();
        play.setId("labSlowPlay");
        play.graphicProperty().bind(IconFactory.playing(model.playingProperty()));
        play.setOnAction(event -> model.togglePlaying());
        HelpTooltips.about(play, "lab.slow.play");
        Slider seconds = new Slider(SlowMotionViewModel.SHORTEST, SlowMotionViewModel.LONGEST, 3);
        seconds.setId("labSlowSeconds");
        seconds.valueProperty().bindBidirectional(model.secondsProperty());
        seconds.setPrefWidth(96);
        HelpTooltips.about(seconds, "lab.slow.seconds");
        Label pause = CardFactory.caption(Messages.text("lab.slow.seconds.label"));
        HelpTooltips.share(pause, seconds);
        HBox row = new HBox(
                6,
                button("labSlowPrevious", "lab.slow.previous", Feather.CHEVRON_LEFT, model::previous),
                play,
                button("labSlowNext", "lab.slow.next", Feather.CHEVRON_RIGHT, model::next),
                place,
                CardFactory.space(),
                pause,
                seconds,
                button("labSlowClose", "lab.slow.close", Feather.X, model::close));
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(place, Priority.NEVER);
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

    private void steer(KeyEvent event) {
        if (event.getTarget() instanceof Slider) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> model.next();
            case LEFT -> model.previous();
            case ESCAPE -> model.close();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
