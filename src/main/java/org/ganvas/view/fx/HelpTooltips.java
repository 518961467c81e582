package org.ganvas.view.fx;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ganvas.view.formula.FormulaView;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Hovers that teach: what a thing is, its formula, where it comes from. FX thread. */
public final class HelpTooltips {

    private static final Duration DELAY = Duration.millis(450);
    private static final Duration LONG = Duration.seconds(60);
    private static final double WIDTH = 320;
    private static final double FORMULA = 14;

    private HelpTooltips() {}

    /**
     * Explains a control from the messages {@code KEY.title} and {@code KEY.text}, with {@code KEY.formula} and
     * {@code KEY.source} where there are such, and names it for screen readers.
     */
    public static <N extends Node> N about(N node, String key) {
        onHover(node, () -> filled(() -> card(key)));
        return explain(node, key);
    }

    private static <N extends Node> N explain(N node, String key) {
        node.getProperties().put(HelpTooltips.class, key);
        name(node, Messages.text(key + ".title"));
        node.setAccessibleHelp(Messages.text(key + ".text"));
        return node;
    }

    /** The same, with lines below that change. */
    public static <N extends Node> N about(N node, String key, ObservableValue<String> lines) {
        onHover(
                node,
                () -> filled(() -> {
                    Card card = card(key);
                    Label figures = add(card, "", "teach-text");
                    figures.getStyleClass().add("figure");
                    figures.textProperty().bind(lines);
                    return card;
                }));
        return explain(node, key);
    }

    /** Names a node for screen readers, and explains it in one line. */
    public static <N extends Node> N tip(N node, String text) {
        onHover(node, () -> {
            Tooltip tooltip = new Tooltip(text);
            configure(tooltip);
            return tooltip;
        });
        name(node, text);
        return node;
    }

    /** The key of what explains a node, or else of what it lies in; null if nothing does. */
    public static @Nullable String keyOf(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getProperties().get(HelpTooltips.class) instanceof String key) {
                return key;
            }
        }
        return null;
    }

    private static void name(Node node, String text) {
        node.setAccessibleText(text);
    }

    /**
     * Gives a node its tooltip when the pointer first comes to it: each is a window of its own, and hundreds that nobody has
     * asked for would delay the first one by a sixth.
     */
    private static void onHover(Node node, Supplier<Tooltip> tooltip) {
        if (node.getProperties().get(Hover.class) instanceof Hover hover) {
            hover.change(tooltip);
        } else {
            Hover hover = new Hover(node, tooltip);
            node.getProperties().put(Hover.class, hover);
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, hover);
        }
    }

    /** A tooltip that waits for the pointer. */
    private static final class Hover implements EventHandler<MouseEvent> {

        private final Node node;
        private Supplier<Tooltip> tooltip;
        private boolean installed;

        private Hover(Node node, Supplier<Tooltip> tooltip) {
            this.node = node;
            this.tooltip = tooltip;
        }

        private void change(Supplier<Tooltip> other) {
            tooltip = other;
            if (installed) {
                Tooltip.install(node, tooltip.get());
            }
        }

        @Override
        public void handle(MouseEvent event) {
            if (!installed) {
                installed = true;
                Tooltip.install(node, tooltip.get());
            }
        }
    }

    /** Made anew whenever it is shown, so that its formula is as large as the text is then. */
    private static Tooltip filled(Supplier<Card> content) {
        Tooltip tooltip = new Tooltip();
        tooltip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        configure(tooltip);
        tooltip.setWrapText(false);
        tooltip.setOnShowing(event -> tooltip.setGraphic(content.get()));
        return tooltip;
    }

    private static Card card(String key) {
        Card box = new Card();
        add(box, Messages.text(key + ".title"), "teach-title");
        add(box, Messages.text(key + ".text"), "teach-text");
        if (Messages.has(key + ".formula")) {
            box.getChildren().add(new FormulaView(Messages.text(key + ".formula"), TextScaling.of(FORMULA), WIDTH - 8));
        }
        addIfPresent(box, key + ".source", "teach-source");
        return box;
    }

    private static void configure(Tooltip tooltip) {
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(LONG);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH + 24);
    }

    private static void addIfPresent(VBox box, String key, String style) {
        if (Messages.has(key)) {
            add(box, Messages.text(key), style);
        }
    }

    private static Label add(VBox box, String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        box.getChildren().add(label);
        return label;
    }

    /** Of a fixed width: a popup asks for the height before it knows the width, and would get the wrong one. */
    private static final class Card extends VBox {
        private Card() {
            super(6);
            getStyleClass().add("teach");
        }

        @Override
        public @Nullable Orientation getContentBias() {
            return null;
        }

        @Override
        protected double computePrefWidth(double height) {
            return WIDTH;
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(WIDTH);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
