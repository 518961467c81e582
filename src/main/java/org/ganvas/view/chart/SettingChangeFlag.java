package org.ganvas.view.chart;

import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;

/** Flag at a change of settings: a pennant on a dotted vertical line. FX thread. */
final class SettingChangeFlag extends Region {

    static final double WIDTH = 8;
    private static final double PENNANT = 7;

    private final Region pole = CardFactory.styled(new Region(), "pole");
    private final Region pennant = CardFactory.styled(new Region(), "pennant");

    SettingChangeFlag() {
        getStyleClass().add("change-flag");
        getChildren().addAll(pole, pennant);
        setManaged(false);
    }

    @Override
    protected void layoutChildren() {
        pole.resizeRelocate(0, 0, 1, getHeight());
        pennant.resizeRelocate(0, 0, WIDTH, PENNANT);
    }
}
