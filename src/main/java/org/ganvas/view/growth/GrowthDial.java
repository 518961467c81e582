package org.ganvas.view.growth;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import org.ganvas.engine.spec.GrowthStages;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.timeline.StageTexts;
import org.ganvas.viewmodel.timeline.TimelineViewModel;

/**
 * Dial with the share of the stage that fades in, and the pixels, at the step that is shown; hidden for a run that does not
 * grow. FX thread.
 */
public final class GrowthDial extends HBox {

    private static final double SIZE = 18;
    private static final double RADIUS = 7;

    private final TimelineViewModel model;
    private final Arc share = CardFactory.styled(new Arc(), "growth-share");
    private final Label pixels = CardFactory.styled(new Label(), "caption", "figure");

    public GrowthDial(TimelineViewModel model) {
        super(5);
        this.model = model;
        setId("growthDial");
        getStyleClass().add("growth-dial");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        pixels.setMinWidth(Region.USE_PREF_SIZE);
        Circle ring = CardFactory.styled(new Circle(SIZE / 2, SIZE / 2, RADIUS), "growth-ring");
        share.setCenterX(SIZE / 2);
        share.setCenterY(SIZE / 2);
        share.setRadiusX(RADIUS);
        share.setRadiusY(RADIUS);
        share.setStartAngle(90);
        share.setType(ArcType.OPEN);
        Pane dial = new Pane(ring, share);
        dial.setMinSize(SIZE, SIZE);
        dial.setPrefSize(SIZE, SIZE);
        dial.setMaxSize(SIZE, SIZE);
        getChildren().addAll(dial, pixels);
        setAccessibleRole(AccessibleRole.TEXT);
        HelpTooltips.about(this, "growth");
        ViewBindings.listen(model.stagesProperty(), (property, old, now) -> update());
        ViewBindings.listen(model.selectedProperty(), (property, old, now) -> update());
        ViewBindings.listen(model.liveStepProperty(), (property, old, now) -> update());
        update();
    }

    private void update() {
        GrowthStages stages = model.stagesProperty().get();
        setVisible(stages != null);
        setManaged(stages != null);
        if (stages == null) {
            return;
        }
        Checkpoint shown = model.selectedProperty().get();
        long step = shown == null ? model.liveStepProperty().get() : shown.step();
        share.setLength(-360 * StageTexts.share(stages, step));
        String text = StageTexts.at(stages, step);
        if (!text.equals(pixels.getText())) {
            pixels.setText(text);
            setAccessibleText(StageTexts.spoken(stages, step));
        }
    }
}
