package org.ganvas.view.lab;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.ganvas.engine.spec.Player;
import org.ganvas.view.fx.Availability;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.lab.LabExportViewModel;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.lab.SlowMotionViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Start, single steps of D, of G and of both, one step back, and the step that is shown. FX thread. */
final class LabStepBar extends FittingRow {

    private final LabViewModel model;
    private final Label step = CardFactory.styled(new Label(), "caption", "figure");

    LabStepBar(LabViewModel model, TransportViewModel run, SlowMotionViewModel slow, LabExportViewModel export) {
        super(6);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("lab-steps");
        Button play = new Button();
        play.setId("labPlay");
        play.graphicProperty().bind(IconFactory.playing(run.runningProperty()));
        play.textProperty().bind(ViewBindings.map(run.startTextProperty(), Messages::text));
        play.disableProperty().bind(run.toggleableProperty().not());
        play.setOnAction(event -> run.toggle());
        DisabledReasons.set(HelpTooltips.about(play, "start"), run.stepObstacleProperty());
        Availability steppable = new Availability(run.steppableProperty(), run.stepObstacleProperty());
        Button ofD = button(
                "labStepD", "lab.stepD", Feather.CHEVRON_RIGHT, steppable, () -> run.stepOf(Player.DISCRIMINATOR));
        ofD.getStyleClass().add("actor-discriminator");
        Button ofG =
                button("labStepG", "lab.stepG", Feather.CHEVRON_RIGHT, steppable, () -> run.stepOf(Player.GENERATOR));
        ofG.getStyleClass().add("actor-generator");
        Button both = button("labStep", "lab.step", Feather.CHEVRONS_RIGHT, steppable, run::step);
        Button back = button(
                "labBack",
                "lab.back",
                Feather.CHEVRON_LEFT,
                new Availability(run.reversibleProperty(), run.backObstacleProperty()),
                run::stepBack);
        Button slowly = button("labSlow", "lab.slow", Feather.ACTIVITY, steppable, slow::start);
        ToggleButton averaged = CardFactory.styled(new ToggleButton(Messages.text("lab.averaged")), "small", "chip");
        averaged.setId("labAveraged");
        averaged.selectedProperty().bindBidirectional(model.layers().averagedProperty());
        HelpTooltips.about(averaged, "lab.averaged");
        getChildren()
                .addAll(
                        play,
                        back,
                        ofD,
                        ofG,
                        both,
                        slowly,
                        CardFactory.space(),
                        averaged,
                        step,
                        LabExportMenu.ofPlot(export));
        // The header has these two as well; then one word after the other, those of the steps last.
        concedeText(play);
        concedeHidden(step);
        concedeSpacing(3);
        concedeText(slowly);
        concedeText(back);
        concedeText(both);
        ViewBindings.listen(model.stepProperty(), (property, old, now) -> showStep());
        showStep();
    }

    private static Button button(String id, String key, Feather icon, Availability availability, Runnable work) {
        Button button = new Button(Messages.text(key), IconFactory.of(icon));
        button.setId(id);
        button.disableProperty().bind(Bindings.not(availability.enabled()));
        button.setOnAction(event -> work.run());
        return DisabledReasons.set(HelpTooltips.about(button, key), availability.reason());
    }

    private void showStep() {
        long now = model.stepProperty().get();
        step.setText(now < 0 ? "" : Messages.text("samples.step", NumberFormats.count(now)));
    }
}
