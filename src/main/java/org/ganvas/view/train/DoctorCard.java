package org.ganvas.view.train;

import java.util.List;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.NaturalScrollPane;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DoctorViewModel;
import org.ganvas.viewmodel.train.DoctorViewModel.Report;
import org.ganvas.viewmodel.train.DoctorViewModel.Severity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Diagnosis: one sentence, the figure behind it, what to try, and buttons that apply it. Its figures change several times a
 * second, but not under the pointer, where another button would be pressed than the one that was aimed at. Where there
 * is little room the text scrolls, and the buttons stay in sight. FX thread.
 */
final class DoctorCard extends VBox {

    private static final Duration HOLD = Duration.seconds(3);

    /** Height of two lines of text. */
    private static final double LEAST_TEXT = 36;

    private final DoctorViewModel model;
    private final HBox head = new HBox(8);
    private final Label headline = CardFactory.styled(new Label(), "doctor-headline");
    private final Label cause = CardFactory.styled(new Label(), "doctor-cause");
    private final Label evidence = CardFactory.styled(new Label(), "prose");
    private final Label advice = CardFactory.styled(new Label(), "prose");
    private final FlowPane fixes = new FlowPane(8, 6);
    private final PauseTransition hold = new PauseTransition(HOLD);
    private List<DoctorViewModel.Button> shown = List.of();
    private @Nullable Severity severity;

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
        cause.setId("doctorCause");
        cause.setWrapText(true);
        cause.setMinHeight(USE_PREF_SIZE);
        evidence.setWrapText(true);
        evidence.setMinHeight(USE_PREF_SIZE);
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        fixes.setId("doctorRemedies");
        head.setAlignment(Pos.CENTER_LEFT);
        HelpTooltips.about(head, "doctor");
        VBox text = new VBox(6, cause, evidence, advice);
        NaturalScrollPane scroll =
                CardFactory.styled(ScrollPanes.withoutCache(new NaturalScrollPane(text)), "doctor-pane");
        scroll.setId("doctorText");
        TextScaling.scaleMinHeight(scroll, LEAST_TEXT);
        scroll.visibleProperty()
                .bind(cause.managedProperty().or(evidence.managedProperty()).or(advice.managedProperty()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        fixes.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, scroll, fixes);
        hold.setOnFinished(event -> show(model.reportProperty().get()));
        addEventFilter(MouseEvent.ANY, event -> hold());
        addEventFilter(KeyEvent.ANY, event -> hold());
        ViewBindings.listen(model.reportProperty(), (property, old, now) -> {
            if (hold.getStatus() != Animation.Status.RUNNING || now.severity() == Severity.WAITING) {
                show(now);
            }
        });
        show(model.reportProperty().get());
    }

    /** The card in a pane that scrolls where not even its buttons and a line of text have room. */
    ScrollPane scrolled() {
        NaturalScrollPane pane =
                CardFactory.styled(ScrollPanes.withoutCache(new NaturalScrollPane(this)), "doctor-pane");
        pane.setFitToHeight(true);
        pane.setMinSize(0, 0);
        return pane;
    }

    /** Somebody is at the buttons: they stay where they are for a while. */
    private void hold() {
        if (!shown.isEmpty()) {
            hold.playFromStart();
        }
    }

    private void show(Report report) {
        headline.setText(report.headline());
        CardFactory.text(cause, report.cause());
        CardFactory.text(evidence, report.evidence());
        CardFactory.text(advice, report.advice());
        // Figures change several times a second; a button must not be replaced while it is pressed.
        if (report.severity() != severity || !report.fixes().equals(shown)) {
            severity = report.severity();
            shown = report.fixes();
            rebuild(report);
        }
    }

    private void rebuild(Report report) {
        head.getChildren().setAll(icon(report.severity()), headline);
        if (!report.fixes().isEmpty()) {
            head.getChildren().add(muteButton());
        }
        fixes.getChildren().setAll(report.fixes().stream().map(this::button).toList());
        fixes.setVisible(!report.fixes().isEmpty());
        fixes.setManaged(!report.fixes().isEmpty());
    }

    private static Label icon(Severity severity) {
        Feather feather = switch (severity) {
            case WAITING -> Feather.CLOCK;
            case WELL -> Feather.CHECK_CIRCLE;
            case ILL -> Feather.ALERT_CIRCLE;
            case SEVERE -> Feather.ALERT_TRIANGLE;
        };
        Label label = new Label();
        label.setGraphic(IconFactory.of(feather, "doctor-" + severity.name().toLowerCase(Locale.ROOT)));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Button muteButton() {
        Button close = CardFactory.styled(new Button(), "button-icon", "flat", "small");
        close.setId("doctorClose");
        close.setGraphic(IconFactory.of(Feather.BELL_OFF, "muted"));
        close.setOnAction(event -> model.mute());
        return HelpTooltips.tip(close, Messages.text("doctor.mute"));
    }

    private Button button(DoctorViewModel.Button fix) {
        Button button = CardFactory.styled(new Button(fix.text()), "small");
        button.setOnAction(event -> model.apply(fix.fix()));
        return HelpTooltips.tip(button, fix.hint());
    }
}
