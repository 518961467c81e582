package org.ganvas.view.train;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DoctorViewModel;
import org.ganvas.viewmodel.train.DoctorViewModel.Mood;
import org.ganvas.viewmodel.train.DoctorViewModel.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The diagnosis: one sentence, the figure behind it, what to try, and buttons that do it. FX thread. */
final class DoctorCard extends VBox {

    /** Height of a column, in pixels, with room for all that there is to say. */
    private static final double ROOMY = 640;

    private static final double MOST = 0.5;

    private final DoctorViewModel model;
    private final HBox head = new HBox(8);
    private final Label headline = CardFactory.styled(new Label(), "doctor-headline");
    private final Label seen = CardFactory.styled(new Label(), "prose");
    private final Label advice = CardFactory.styled(new Label(), "prose");
    private final FlowPane remedies = new FlowPane(8, 6);
    private List<DoctorViewModel.Button> shown = List.of();
    private @Nullable Mood mood;
    private boolean roomy = true;

    DoctorCard(DoctorViewModel model) {
        super(6);
        this.model = model;
        setId("doctorCard");
        getStyleClass().addAll("ganvas-card", "doctor-card");
        headline.setId("doctorHeadline");
        headline.setWrapText(true);
        headline.setMinHeight(USE_PREF_SIZE);
        headline.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(headline, Priority.ALWAYS);
        seen.setWrapText(true);
        seen.setMinHeight(USE_PREF_SIZE);
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        remedies.setId("doctorRemedies");
        head.setAlignment(Pos.CENTER_LEFT);
        HelpTooltips.about(head, "doctor");
        getChildren().addAll(head, seen, advice, remedies);
        setMinHeight(USE_PREF_SIZE);
        ViewBindings.listen(model.wordsProperty(), (property, old, now) -> show(now));
        show(model.wordsProperty().get());
    }

    /** The card in a column that it takes at most half of, with less to read where there is little room. */
    ScrollPane within(Region column) {
        column.heightProperty().addListener((property, old, now) -> {
            roomy = now.doubleValue() >= ROOMY;
            CardFactory.text(advice, roomy ? model.wordsProperty().get().advice() : "");
        });
        ScrollPane pane = CardFactory.styled(ScrollPanes.withoutCache(new ScrollPane(this)), "doctor-pane");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.maxHeightProperty().bind(column.heightProperty().multiply(MOST));
        pane.minHeightProperty().bind(Bindings.min(heightProperty().add(2), pane.maxHeightProperty()));
        return pane;
    }

    private void show(Words words) {
        headline.setText(words.headline());
        CardFactory.text(seen, words.seen());
        CardFactory.text(advice, roomy ? words.advice() : "");
        // Figures change several times a second; a button under the hand must not be another one when it is let go.
        if (words.mood() != mood || !words.remedies().equals(shown)) {
            mood = words.mood();
            shown = words.remedies();
            rebuild(words);
        }
    }

    private void rebuild(Words words) {
        head.getChildren().setAll(icon(words.mood()), headline);
        if (!words.remedies().isEmpty()) {
            head.getChildren().add(hush());
        }
        remedies.getChildren()
                .setAll(words.remedies().stream().map(this::button).toList());
        remedies.setVisible(!words.remedies().isEmpty());
        remedies.setManaged(!words.remedies().isEmpty());
    }

    private static Label icon(Mood mood) {
        Feather feather = switch (mood) {
            case WAITING -> Feather.CLOCK;
            case WELL -> Feather.CHECK_CIRCLE;
            case ILL -> Feather.ALERT_CIRCLE;
            case SEVERE -> Feather.ALERT_TRIANGLE;
        };
        Label label = new Label();
        label.setGraphic(IconFactory.of(feather, "doctor-" + mood.name().toLowerCase(Locale.ROOT)));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Button hush() {
        Button close = CardFactory.styled(new Button(), "button-icon", "flat", "small");
        close.setId("doctorHush");
        close.setGraphic(IconFactory.of(Feather.BELL_OFF, "muted"));
        close.setOnAction(event -> model.hush());
        return HelpTooltips.tip(close, Messages.text("doctor.mute"));
    }

    private Button button(DoctorViewModel.Button remedy) {
        Button button = CardFactory.styled(new Button(remedy.text()), "small");
        button.setOnAction(event -> model.treat(remedy.treatment()));
        return HelpTooltips.tip(button, remedy.hint());
    }
}
