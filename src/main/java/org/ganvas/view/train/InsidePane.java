package org.ganvas.view.train;

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
import org.ganvas.session.inside.InsideLook;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Icons;
import org.ganvas.view.fx.Segments;
import org.ganvas.view.fx.Teach;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.InsideViewModel;
import org.ganvas.viewmodel.InsideViewModel.Part;
import org.ganvas.viewmodel.Messages;
import org.kordamp.ikonli.feather.Feather;

/** The look into both networks: one part at a time. FX thread. */
final class InsidePane extends VBox {

    private final InsideViewModel model;
    private final Label step = Cards.styled(new Label(), "caption", "figure");
    private final SegmentedButton players;
    private final StackPane content = new StackPane();
    private final Map<Part, Region> parts;

    InsidePane(InsideViewModel model) {
        super(8);
        this.model = model;
        setId("insidePane");
        getStyleClass().addAll("ganvas-card", "inside-pane");
        parts = Map.of(
                Part.VERDICTS, new InsideVerdicts(model),
                Part.NEIGHBOUR, new InsideNeighbour(model),
                Part.LAYERS, new InsideLayers(model),
                Part.MAPS, new InsideMaps(model));
        players = Segments.of(
                "insidePlayer",
                Messages.text("inspect.player"),
                List.of(Player.DISCRIMINATOR, Player.GENERATOR),
                player -> player == Player.GENERATOR ? "G" : "D");
        Segments.bind(players, model.playerProperty(), model.playerProperty()::set);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        getChildren().addAll(head(), content);
        Follow.of(model.partProperty(), (property, old, now) -> show(now));
        Follow.of(model.lookProperty(), (property, old, now) -> showStep());
        show(model.partProperty().get());
        showStep();
    }

    private HBox head() {
        Label title = Cards.styled(new Label(Messages.text("inspect.title")), "card-title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox choices = new HBox(segments(List.of(Part.values())));
        Follow.of(
                model.pointsProperty(),
                (property, old, now) -> choices.getChildren().setAll(segments(offered(now))));
        choices.getChildren().setAll(segments(offered(model.pointsProperty().get())));
        Button close = Cards.styled(new Button(), "flat", "button-icon");
        close.setId("insideClose");
        close.setGraphic(Icons.of(Feather.X));
        close.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        close.setOnAction(event -> model.openProperty().set(false));
        Teach.tip(close, Messages.text("inspect.close"));
        HBox head = new HBox(10, title, choices, players, step, Cards.space(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Of points there are no pictures to click on. */
    private static List<Part> offered(boolean points) {
        return points ? List.of(Part.VERDICTS, Part.LAYERS) : List.of(Part.values());
    }

    private SegmentedButton segments(List<Part> offered) {
        SegmentedButton segments = Segments.of(
                "insidePart",
                Messages.text("inspect.title"),
                offered,
                part -> Messages.text("inspect.part." + part.name()));
        Segments.bind(segments, model.partProperty(), model.partProperty()::set);
        return segments;
    }

    private void show(Part part) {
        content.getChildren().setAll(parts.get(part));
        players.setVisible(part == Part.LAYERS || part == Part.MAPS);
        players.setManaged(players.isVisible());
    }

    private void showStep() {
        InsideLook look = model.lookProperty().get();
        step.setText(look == null ? "" : Messages.text("samples.step", Figures.count(look.step())));
    }
}
