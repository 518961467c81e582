package org.ganvas.view.fx;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
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

/** Rich tooltips that explain a control: title, text, formula, source. FX thread. */
public final class HelpTooltips {

    static final Duration DELAY = Duration.millis(450);
    private static final Duration SHOW_DURATION = Duration.seconds(60);
    private static final double WIDTH = 320;
    private static final double FORMULA_SIZE = 14;

    /** Key of the text of a plain tooltip in the properties of its node. */
    private static final Object TIP = new Object();

    private HelpTooltips() {}

    /**
     * Adds the tooltip made of the messages {@code KEY.title} and {@code KEY.text}, with {@code KEY.formula} and
     * {@code KEY.source} where they exist, and sets the accessible text and help.
     */
    public static <N extends Node> N about(N node, String key) {
        onHover(node, () -> filled(() -> card(key)));
        return explain(node, key);
    }

    private static <N extends Node> N explain(N node, String key) {
        node.getProperties().put(HelpTooltips.class, key);
        node.getProperties().remove(TIP);
        name(node, Messages.text(key + ".title"));
        node.setAccessibleHelp(Messages.text(key + ".text"));
        return node;
    }

    /** The same, with changing lines below the text. */
    public static <N extends Node> N about(N node, String key, ObservableValue<String> lines) {
        onHover(
                node,
                () -> filled(() -> {
                    VBox card = card(key);
                    Label figures = add(card, "", "help-tip-text");
                    figures.getStyleClass().add("figure");
                    figures.textProperty().bind(lines);
                    return card;
                }));
        return explain(node, key);
    }

    /** Adds a plain tooltip of one line, which is also the accessible text. */
    public static <N extends Node> N tip(N node, String text) {
        onHover(node, () -> {
            Tooltip tooltip = new Tooltip(text);
            configure(tooltip);
            return tooltip;
        });
        node.getProperties().put(TIP, text);
        name(node, text);
        return node;
    }

    /** Text of the plain tooltip of a node; null where it has none. */
    public static @Nullable String tipOf(Node node) {
        return node.getProperties().get(TIP) instanceof String text ? text : null;
    }

    /** Key of the explanation of a node or of its nearest explained ancestor; null if there is none. */
    public static @Nullable String keyOf(@Nullable Node node) {
        for (Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor.getProperties().get(HelpTooltips.class) instanceof String key) {
                return key;
            }
        }
        return null;
    }

    /** Gives a label the explanation of the control that it names, unless it has its own. */
    public static void share(Label label, Node control) {
        String key = keyIn(control);
        if (key != null && !label.getProperties().containsKey(HelpTooltips.class)) {
            about(label, key);
        }
    }

    private static @Nullable String keyIn(Node node) {
        if (node.getProperties().get(HelpTooltips.class) instanceof String key) {
            return key;
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(HelpTooltips::keyIn)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static void name(Node node, String text) {
        node.setAccessibleText(text);
    }

    /**
     * Installs the tooltip when the pointer first enters the node: each tooltip is a window, and creating hundreds at
     * the start would delay it by a sixth.
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

    /** Handler that installs the tooltip at the first mouse-over. */
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

    /** Tooltip whose content is rebuilt whenever it is shown, so that the formula has the current text size. */
    private static Tooltip filled(Supplier<VBox> content) {
        Tooltip tooltip = rich();
        tooltip.setOnShowing(event -> tooltip.setGraphic(content.get()));
        return tooltip;
    }

    /** Tooltip that shows its graphic alone. */
    static Tooltip rich() {
        Tooltip tooltip = new Tooltip();
        tooltip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        configure(tooltip);
        tooltip.setWrapText(false);
        return tooltip;
    }

    /** Content of a tooltip: a title, if there is one, and a text. */
    static VBox card(String title, String text) {
        Card box = new Card();
        if (!title.isBlank()) {
            add(box, title, "help-tip-title");
        }
        add(box, text, "help-tip-text");
        return box;
    }

    private static VBox card(String key) {
        VBox box = card(Messages.text(key + ".title"), Messages.text(key + ".text"));
        if (Messages.has(key + ".formula")) {
            box.getChildren()
                    .add(new FormulaView(Messages.text(key + ".formula"), TextScaling.of(FORMULA_SIZE), WIDTH - 8));
        }
        addIfPresent(box, key + ".where", "help-tip-source");
        addIfPresent(box, key + ".source", "help-tip-source");
        return box;
    }

    private static void configure(Tooltip tooltip) {
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(SHOW_DURATION);
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

    /** Box of a fixed width: a popup asks for the height before it knows the width. */
    private static final class Card extends VBox {
        private Card() {
            super(6);
            getStyleClass().add("help-tip");
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
