package org.ganvas.view.inspect;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.engine.spec.Player;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.ganvas.viewmodel.train.InspectionViewModel.Part;
import org.kordamp.ikonli.feather.Feather;

/** Inspection of all networks, one part at a time. FX thread. */
final class InspectionPane extends VBox {

    private final InspectionViewModel model;
    private final Label step = CardFactory.styled(new Label(), "caption", "figure");
    private final HBox players = new HBox();
    private final StackPane content = new StackPane();
    private final Map<Part, Region> parts;

    InspectionPane(InspectionViewModel model, SampleImageFiles files) {
        super(8);
        this.model = model;
        setId("inspectPane");
        getStyleClass().addAll("ganvas-card", "inspection-pane");
        parts = Map.of(
                Part.SCORES, new DiscriminatorScoresPane(model),
                Part.NEAREST, new NearestImagePane(model, files),
                Part.LAYERS, new LayerHistogramsPane(model),
                Part.MAPS, new FeatureMapsPane(model),
                Part.INPUTS, new DiscriminatorInputsPane(model, files));
        ViewBindings.listen(
                model.encodesProperty(),
                (property, old, now) -> players.getChildren().setAll(playerSegments(now)));
        players.getChildren().setAll(playerSegments(model.encodesProperty().get()));
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        getChildren().addAll(head(), content);
        ViewBindings.listen(model.partProperty(), (property, old, now) -> show(now));
        ViewBindings.listen(model.resultProperty(), (property, old, now) -> showStep());
        show(model.partProperty().get());
        showStep();
    }

    private HBox head() {
        Label title = CardFactory.styled(new Label(Messages.text("inspect.title")), "card-title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox choices = new HBox(segments(List.of(Part.values())));
        choices.setAlignment(Pos.CENTER_LEFT);
        players.setAlignment(Pos.CENTER_LEFT);
        ViewBindings.listen(
                model.pointsProperty(),
                (property, old, now) -> choices.getChildren().setAll(segments(availableParts(now))));
        choices.getChildren()
                .setAll(segments(availableParts(model.pointsProperty().get())));
        Button close = CardFactory.styled(new Button(), "flat", "button-icon");
        close.setId("inspectClose");
        close.setGraphic(IconFactory.of(Feather.X));
        close.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        close.setOnAction(event -> model.openProperty().set(false));
        HelpTooltips.tip(close, Messages.text("inspect.close"));
        FittingRow head = new FittingRow(10, title, choices, players, step, CardFactory.space(), close);
        head.concedeHidden(title);
        head.concedeHidden(step);
        head.concedeSpacing(4);
        return head;
    }

    private SegmentedButton playerSegments(boolean encodes) {
        SegmentedButton segments = SegmentedButtons.of(
                "inspectPlayer",
                Messages.text("inspect.player"),
                encodes
                        ? List.of(Player.DISCRIMINATOR, Player.GENERATOR, Player.ENCODER)
                        : List.of(Player.DISCRIMINATOR, Player.GENERATOR),
                player -> switch (player) {
                    case DISCRIMINATOR -> "D";
                    case GENERATOR -> "G";
                    case ENCODER -> "E";
                });
        SegmentedButtons.bind(segments, model.playerProperty(), model.playerProperty()::set);
        return segments;
    }

    /** Parts for the current samples: 2-D points have no images to click on. */
    private static List<Part> availableParts(boolean points) {
        return points ? List.of(Part.SCORES, Part.LAYERS) : List.of(Part.values());
    }

    private SegmentedButton segments(List<Part> offered) {
        SegmentedButton segments = SegmentedButtons.of(
                "inspectPart",
                Messages.text("inspect.title"),
                offered,
                part -> Messages.text("inspect.part." + part.name()));
        SegmentedButtons.bind(segments, model.partProperty(), model.partProperty()::set);
        return segments;
    }

    private void show(Part part) {
        content.getChildren().setAll(parts.get(part));
        players.setVisible(part == Part.LAYERS || part == Part.MAPS);
        players.setManaged(players.isVisible());
    }

    private void showStep() {
        InspectionResult result = model.resultProperty().get();
        step.setText(result == null ? "" : Messages.text("samples.step", NumberFormats.count(result.step())));
    }
}
