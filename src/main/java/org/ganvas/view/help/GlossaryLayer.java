package org.ganvas.view.help;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ganvas.view.formula.FormulaView;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.text.Glossary;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Glossary over the window: a searchable list and the page of the selected entry. FX thread. */
final class GlossaryLayer extends OverlayLayer {

    private static final double FORMULA_SIZE = 17;
    private static final double CARD_WIDTH = 900;
    private static final double CARD_HEIGHT = 660;
    private static final double FORMULA_MARGIN = 48;
    private static final double LEAST_FORMULA = 120;

    private final Glossary glossary = new Glossary();
    private final ObservableList<Glossary.Entry> found = FXCollections.observableArrayList(glossary.entries());
    private final ListView<Glossary.Entry> list = new ListView<>(found);
    private final TextField search = new TextField();

    /** While one types, the list and the page would be built anew for every letter. */
    private final PauseTransition rest = new PauseTransition(Duration.millis(150));

    private final VBox page = new VBox(12);
    private double pageWidth = CARD_WIDTH / 2;

    GlossaryLayer(Runnable close) {
        super("helpLayer", close);
        Button closeButton = new Button(null, IconFactory.of(Feather.X));
        closeButton.setId("helpClose");
        closeButton.getStyleClass().addAll("button-icon", "flat");
        closeButton.setOnAction(event -> close.run());
        HelpTooltips.tip(closeButton, Messages.text("help.close"));
        HBox body = new HBox(16, searchPane(), pageScroll());
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox card = CardFactory.filled(CardFactory.card(Messages.text("help.title"), closeButton), body);
        card.getStyleClass().add("help-card");
        card.maxWidthProperty().bind(TextScaling.factorProperty().multiply(CARD_WIDTH));
        card.maxHeightProperty().bind(TextScaling.factorProperty().multiply(CARD_HEIGHT));
        getChildren().add(card);
    }

    private VBox searchPane() {
        search.setId("helpSearch");
        search.setPromptText(Messages.text("help.search"));
        search.setAccessibleText(Messages.text("help.search"));
        search.textProperty().addListener((property, old, now) -> rest.playFromStart());
        rest.setOnFinished(event -> find(search.getText()));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                findNow();
                list.requestFocus();
            }
        });
        list.setId("helpList");
        list.setAccessibleText(Messages.text("help.title"));
        list.setCellFactory(view -> new GlossaryCell());
        // A list whose cells were never laid out scrolls to the wrong place.
        list.heightProperty().addListener((property, old, now) -> {
            if (old.doubleValue() == 0) {
                FxThread.later(this::scrollToSelected);
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> show(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox searchPane = new VBox(8, search, list);
        TextScaling.scaleMinWidth(searchPane, 220);
        TextScaling.scalePrefWidth(searchPane, 260);
        return searchPane;
    }

    private ScrollPane pageScroll() {
        page.getStyleClass().add("help-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setId("helpPage");
        scroll.setFitToWidth(true);
        // Else the list beside it would be as wide as each text leaves it.
        scroll.setPrefWidth(LEAST_FORMULA);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Formulas break where the page ends.
        scroll.viewportBoundsProperty().addListener((property, old, now) -> {
            if (old.getWidth() != now.getWidth()) {
                pageWidth = now.getWidth();
                FxThread.later(() -> show(list.getSelectionModel().getSelectedItem()));
            }
        });
        scroll.setAccessibleText(Messages.text("help.title"));
        scroll.getStyleClass().add("searchPane-pane");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void findNow() {
        if (rest.getStatus() == Animation.Status.RUNNING) {
            rest.stop();
            find(search.getText());
        }
    }

    private void find(String words) {
        found.setAll(glossary.search(words));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void show(Glossary.@Nullable Entry entry) {
        if (entry == null) {
            page.getChildren().setAll(prose(Messages.text("help.noMatch")));
            return;
        }
        page.getChildren().setAll(CardFactory.styled(new Label(entry.title()), "help-title"), prose(entry.text()));
        if (!entry.formula().isEmpty()) {
            Node formula = new FormulaView(
                    entry.formula(), TextScaling.of(FORMULA_SIZE), Math.max(LEAST_FORMULA, pageWidth - FORMULA_MARGIN));
            HBox frame = CardFactory.styled(new HBox(formula), "help-formula");
            frame.setAlignment(Pos.CENTER_LEFT);
            page.getChildren().add(frame);
            if (!entry.symbols().isEmpty()) {
                page.getChildren()
                        .add(CardFactory.styled(prose(Messages.text("help.where", entry.symbols())), "caption"));
            }
        }
        if (!entry.source().isEmpty()) {
            page.getChildren().add(CardFactory.styled(prose(Messages.text("help.source", entry.source())), "caption"));
        }
    }

    private static Label prose(String text) {
        Label label = CardFactory.styled(new Label(text), "help-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Selects the entry of a key, or the first one. */
    void open(@Nullable String key) {
        search.clear();
        rest.stop();
        list.getSelectionModel().select(glossary.at(key == null ? "" : key));
        scrollToSelected();
        search.requestFocus();
    }

    private void scrollToSelected() {
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    }
}
