package org.ganvas.view;

import java.io.ByteArrayInputStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.project.RecoveryOffer;
import org.ganvas.viewmodel.project.RecoveryViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Layer over the window that offers to restore the run after a crash; hidden otherwise. FX thread. */
final class RecoveryLayer extends StackPane {

    private static final double WIDTH = 420;
    private static final double BORDERS = 60;

    private final RecoveryViewModel model;
    private final ImageView image = new ImageView();
    private final StackPane frame = CardFactory.styled(new StackPane(image), "recovery-image");
    private final Label name = CardFactory.styled(new Label(), "card-title");
    private final Label facts = CardFactory.styled(new Label(), "prose");
    private final Label place = CardFactory.styled(new Label(), "prose");
    private final Button restore = new Button(Messages.text("recovery.restore"), IconFactory.of(Feather.ROTATE_CW));

    RecoveryLayer(RecoveryViewModel model) {
        this.model = model;
        setId("recoveryLayer");
        getStyleClass().add("recovery-layer");
        getChildren().add(card());
        ViewBindings.listen(model.offerProperty(), (property, old, now) -> show(now));
        show(model.offerProperty().get());
    }

    private VBox card() {
        Label title = CardFactory.styled(new Label(Messages.text("recovery.title")), "recovery-title");
        Label text = CardFactory.styled(new Label(Messages.text("recovery.text")), "prose");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        image.setPreserveRatio(true);
        image.setSmooth(false);
        image.setAccessibleText(Messages.text("recovery.image"));
        frame.setMaxWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, name, facts, place);
        VBox card = CardFactory.styled(new VBox(12, new VBox(4, title, text), frame, words, buttons()), "ganvas-card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        card.setPrefWidth(WIDTH);
        return card;
    }

    private HBox buttons() {
        Button delete = button("recoveryDelete", new Button(Messages.text("recovery.delete")), model::delete);
        delete.getStyleClass().addAll("flat", "danger");
        Button later = button("recoveryLater", new Button(Messages.text("recovery.later")), model::later);
        later.setCancelButton(true);
        HelpTooltips.about(later, "recovery.later");
        button("recoveryRestore", restore, model::restore).getStyleClass().add("accent");
        restore.setDefaultButton(true);
        HBox buttons = new HBox(8, delete, CardFactory.space(), later, restore);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox.setMargin(buttons, new Insets(4, 0, 0, 0));
        return buttons;
    }

    private static Button button(String id, Button button, Runnable work) {
        button.setId(id);
        button.setAccessibleText(button.getText());
        button.setOnAction(event -> work.run());
        return button;
    }

    private void show(@Nullable RecoveryOffer offer) {
        setVisible(offer != null);
        setManaged(offer != null);
        if (offer != null) {
            name.setText(offer.name());
            facts.setText(offer.progress());
            place.setText(offer.place());
            showImage(offer.thumbnail());
            restore.requestFocus();
        } else if (getScene() != null) {
            // Otherwise the first drop-down list would get the focus, and arrow keys would change the data.
            getScene().getRoot().requestFocus();
        }
    }

    private void showImage(byte[] png) {
        boolean valid = png.length > 0;
        if (valid) {
            Image decoded = new Image(new ByteArrayInputStream(png));
            valid = !decoded.isError();
            image.setImage(decoded);
            // Never enlarged, so that pixels stay crisp; shrunk where the image is too wide.
            image.setFitWidth(Math.min(decoded.getWidth(), WIDTH - BORDERS));
        }
        frame.setVisible(valid);
        frame.setManaged(valid);
    }
}
