package org.ganvas.view.prompt;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Card of one prompt: icon and title, content that scrolls where the window is too small, a row of buttons. FX thread.
 */
public final class PromptCard extends VBox {

    private static final double WIDTH = 440;

    /** What a key for a line scrolls. */
    private static final double LINE = 40;

    private final String title;
    private final HBox head = new HBox(10);
    private final VBox content = new VBox(8);
    private final HBox buttons = new HBox(8);
    private final double width;
    private final ScrollPane scroll = new WrappingScroll(content);
    private Runnable cancel = () -> {};
    private @Nullable Button defaultButton;
    private @Nullable Node first;

    /** Card of the usual width. */
    public PromptCard(String id, String title) {
        this(id, title, WIDTH);
    }

    /**
     * @param width at the usual text size
     */
    public PromptCard(String id, String title, double width) {
        super(14);
        this.title = title;
        this.width = width;
        setId(id);
        getStyleClass().add("prompt-card");
        Label text = wrapped(title, "prompt-title");
        HBox.setHgrow(text, Priority.ALWAYS);
        head.getChildren().add(text);
        head.setAlignment(Pos.TOP_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        scroll.getStyleClass().add("prompt-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.managedProperty().bind(Bindings.isNotEmpty(content.getChildren()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(head, scroll, buttons);
    }

    private static Label wrapped(String text, String style) {
        Label label = CardFactory.styled(new Label(text), style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    // ---- Content ----

    /** Puts an icon before the title. */
    public PromptCard icon(Feather icon, String... styles) {
        head.getChildren().add(0, CardFactory.styled(IconFactory.of(icon, styles), "prompt-icon"));
        return this;
    }

    /** Adds a paragraph. */
    public PromptCard text(String paragraph) {
        return add(wrapped(paragraph, "prompt-text"));
    }

    /** Adds a paragraph that changes while the card is open. */
    public PromptCard text(ObservableValue<String> paragraph) {
        Label label = wrapped("", "prompt-text");
        label.textProperty().bind(paragraph);
        return add(label);
    }

    /** Adds a node. */
    public PromptCard add(Node node) {
        content.getChildren().add(node);
        return this;
    }

    /**
     * Adds a button at the right end of the row.
     *
     * @param styles further style classes
     */
    public Button button(String id, String text, Runnable work, String... styles) {
        Button button = CardFactory.styled(new Button(text), styles);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(text);
        button.setAccessibleHelp(title);
        button.setOnAction(event -> work.run());
        buttons.getChildren().add(button);
        return button;
    }

    /** Adds a button at the left end of the row; to be called before {@link #button}. */
    public Button leftButton(String id, String text, Runnable work, String... styles) {
        Button button = button(id, text, work, styles);
        buttons.getChildren().add(CardFactory.space());
        return button;
    }

    /** Sets the button that Enter presses. */
    public PromptCard enter(Button button) {
        defaultButton = button;
        button.getStyleClass().add("accent");
        return this;
    }

    /** Sets what Escape does. */
    public PromptCard escape(Runnable work) {
        cancel = work;
        return this;
    }

    /** Sets the node that has the focus first; otherwise it is the button that Enter presses. */
    public PromptCard focusFirst(Node node) {
        first = node;
        return this;
    }

    /** Lets the keys that move through a text scroll the content, where nothing in it needs them. */
    public PromptCard scrollByKeys() {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            double view = scroll.getViewportBounds().getHeight();
            double moved = switch (event.getCode()) {
                case UP -> -LINE;
                case DOWN -> LINE;
                case PAGE_UP -> -view;
                case PAGE_DOWN -> view;
                case HOME -> -Double.MAX_VALUE;
                case END -> Double.MAX_VALUE;
                default -> 0;
            };
            double hidden = content.getHeight() - view;
            if (moved != 0 && hidden > 0) {
                scroll.setVvalue(Math.max(0, Math.min(1, scroll.getVvalue() + moved / hidden)));
                event.consume();
            }
        });
        return this;
    }

    /** Scroll pane as high as its content at the given width. */
    private static final class WrappingScroll extends ScrollPane {
        private WrappingScroll(Node content) {
            super(content);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return getContent().prefHeight(width);
        }

        @Override
        protected double computeMinHeight(double width) {
            return 0;
        }
    }

    // ---- For the layer ----

    @Override
    protected double computePrefWidth(double height) {
        return TextScaling.of(width);
    }

    void cancel() {
        cancel.run();
    }

    void fireDefault() {
        if (defaultButton != null) {
            defaultButton.fire();
        }
    }

    void focus() {
        Node node = first != null ? first : defaultButton;
        if (node != null) {
            node.requestFocus();
        } else {
            setFocusTraversable(true);
            requestFocus();
        }
    }
}
