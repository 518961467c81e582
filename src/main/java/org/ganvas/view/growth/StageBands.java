package org.ganvas.view.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.ganvas.engine.spec.GrowthStages;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.viewmodel.timeline.StageTexts;
import org.jspecify.annotations.Nullable;

/** Band for each part of a run that grows, along the steps: the stages by their pixels, and what fades in. FX thread. */
public final class StageBands extends Region {

    /** Height of the bands. */
    public static final double HEIGHT = 14;

    private static final PseudoClass FADING = PseudoClass.getPseudoClass("fading");
    private static final double LEAST_WIDTH = 2;

    private final List<Label> bands = new ArrayList<>();

    public StageBands() {
        setMouseTransparent(true);
        getStyleClass().add("stage-bands");
    }

    /**
     * Places the bands.
     *
     * @param stages null for a run that does not grow
     * @param xOf place of a step
     * @param end last step that is shown
     */
    public void show(@Nullable GrowthStages stages, DoubleUnaryOperator xOf, double end) {
        List<GrowthStages.Phase> phases = stages == null
                ? List.of()
                : stages.phases().stream().filter(phase -> phase.from() <= end).toList();
        while (bands.size() > phases.size()) {
            getChildren().remove(bands.remove(bands.size() - 1));
        }
        for (int i = 0; i < phases.size(); i++) {
            if (i == bands.size()) {
                Label band = CardFactory.styled(new Label(), "stage-band");
                band.setAlignment(Pos.CENTER);
                band.setEllipsisString("");
                bands.add(band);
                getChildren().add(band);
            }
            GrowthStages.Phase phase = phases.get(i);
            Label band = bands.get(i);
            double left = Math.round(xOf.applyAsDouble(phase.from() - 1.0));
            double right = Math.round(xOf.applyAsDouble(Math.min(phase.to(), end)));
            double width = Math.max(LEAST_WIDTH, right - left - 1);
            band.pseudoClassStateChanged(FADING, phase.fading());
            band.setText(stages == null ? "" : StageTexts.band(stages, phase));
            if (band.prefWidth(-1) > width) {
                band.setText("");
            }
            band.resizeRelocate(left, 0, width, HEIGHT);
        }
    }

    @Override
    protected void layoutChildren() {
        // The bands are placed by show().
    }
}
