package org.ganvas.view.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Factory of the building blocks of panes: cards with headers, labelled rows, captions, spacers. FX thread. */
public final class CardFactory {

    private CardFactory() {}

    /** Card with a title and, at the right end of its header, further nodes. */
    public static VBox card(String title, Node... tools) {
        VBox card = new VBox(8, head(title, tools));
        card.getStyleClass().add("ganvas-card");
        return card;
    }

    /**
     * Card whose background lies behind its content as a sibling, so that repainting an opaque child does not repaint
     * the card.
     */
    public static StackPane backed(VBox card) {
        Region back = styled(new Region(), "ganvas-card");
        back.setMouseTransparent(true);
        card.getStyleClass().setAll("ganvas-card-content");
        return new StackPane(back, card);
    }

    private static HBox head(String title, Node... tools) {
        Label name = styled(new Label(title), "card-title");
        FittingRow head = new FittingRow(8, name, space());
        head.getChildren().addAll(tools);
        head.concedeSpacing(4);
        head.concedeHidden(name);
        head.getStyleClass().add("card-head");
        return head;
    }

    /** Growing spacer. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Row with a label at the left and a control at the right. */
    public static HBox row(Label label, Node control) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        HelpTooltips.share(label, control);
        HBox row = new HBox(8, label, space(), control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static Label caption(String text) {
        return styled(new Label(text), "caption");
    }

    /** Dot in an actor's colour: {@code real}, {@code generator}, {@code discriminator} or {@code gradient}. */
    public static Region dot(String actor) {
        Region dot = new Region();
        dot.getStyleClass().addAll("actor-dot", actor);
        return dot;
    }

    public static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    /** The card, after the content was added to it. */
    public static VBox filled(VBox card, Node... content) {
        card.getChildren().addAll(content);
        return card;
    }

    /** Sets a label's text; an empty label takes no space. */
    public static void text(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
