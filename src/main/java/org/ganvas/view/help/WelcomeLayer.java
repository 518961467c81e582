package org.ganvas.view.help;

import java.net.URL;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.project.RecentProject;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Welcome page: presets as sample images, and recent projects. Covers the screen, never the header. FX thread. */
final class WelcomeLayer extends OverlayLayer {

    private static final int MAX_RECENT = 4;
    private static final double IMAGE_SIZE = 116;

    private static final double WIDTH = 852;
    private static final double HEIGHT = 620;

    /** Share of a window that the card takes where that is more than its usual size. */
    private static final double SHARE = 0.8;

    /** Window from which on the card is enlarged. */
    private static final double LARGE_WIDTH = 1600;

    private static final double LARGE_HEIGHT = 900;
    private static final double MOST_ENLARGED = 2;

    /** Groups that fill the card; the others lie below its edge. */
    private static final int FIRST_GROUPS = 3;

    private static final Duration LONGEST_WAIT = Duration.seconds(15);

    private final WindowViewModel model;
    private final Runnable close;
    private final VBox card;
    private final Scale enlargement = new Scale();

    /**
     * @param tour starts the tour
     */
    WelcomeLayer(WindowViewModel model, Runnable close, Runnable tour) {
        super("welcomeLayer", close);
        this.model = model;
        this.close = close;
        Button closeButton = new Button(null, IconFactory.of(Feather.X));
        closeButton.setId("welcomeClose");
        closeButton.getStyleClass().addAll("button-icon", "flat");
        closeButton.setOnAction(event -> close.run());
        HelpTooltips.tip(closeButton, Messages.text("welcome.close"));
        Label title = CardFactory.styled(new Label(Messages.text("welcome.title")), "recovery-title");
        HBox head = new HBox(8, title, CardFactory.space(), closeButton);
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = CardFactory.styled(new Label(Messages.text("welcome.text")), "prose");
        text.setWrapText(true);
        VBox content = new VBox(12);
        addRecent(content);
        List<PresetRegistry.Group> groups = PresetRegistry.groups();
        groups.stream().limit(FIRST_GROUPS).forEach(group -> addPresets(content, group));
        ScrollPane scroll = CardFactory.styled(new ScrollPane(content), "left-pane");
        scroll.setFitToWidth(true);
        later(
                scroll.vvalueProperty(),
                () -> groups.stream().skip(FIRST_GROUPS).forEach(group -> addPresets(content, group)));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card = CardFactory.styled(new VBox(12, new VBox(4, head, text), scroll, footer(tour)), "ganvas-card");
        card.getTransforms().add(enlargement);
        getChildren().add(card);
    }

    /** Images, texts and buttons grow with a large window, beside which they would be tiny. */
    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double factor = Math.max(1, Math.min(MOST_ENLARGED, Math.min(width / LARGE_WIDTH, height / LARGE_HEIGHT)));
        enlargement.setX(factor);
        enlargement.setY(factor);
        double cardWidth = snapSizeX(Math.min(width / factor, Math.max(WIDTH, SHARE * width / factor)));
        double cardHeight = snapSizeY(Math.min(height / factor, Math.max(HEIGHT, SHARE * height / factor)));
        card.resizeRelocate(
                snapPositionX(snappedLeftInset() + (width - factor * cardWidth) / 2),
                snapPositionY(snappedTopInset() + (height - factor * cardHeight) / 2),
                cardWidth,
                cardHeight);
    }

    /**
     * Runs a task once training can begin, or when the page is scrolled; at once where training can begin already. At
     * the start of the program the groups below the edge would take a fifth of the time until then.
     */
    private void later(ObservableValue<Number> scrolled, Runnable task) {
        ObservableBooleanValue ready = model.train().run().steppableProperty();
        if (ready.get()) {
            task.run();
            return;
        }
        PauseTransition limit = new PauseTransition(LONGEST_WAIT);
        ChangeListener<Boolean> loaded = (property, old, now) -> endIf(now, limit);
        // The first layout of the page sets it to zero, which is no scrolling.
        ChangeListener<Number> moved = (property, old, now) -> endIf(now.doubleValue() > 0, limit);
        limit.setOnFinished(event -> {
            ready.removeListener(loaded);
            scrolled.removeListener(moved);
            task.run();
        });
        ready.addListener(loaded);
        scrolled.addListener(moved);
        limit.play();
    }

    private static void endIf(boolean reached, PauseTransition limit) {
        if (reached) {
            limit.jumpTo(LONGEST_WAIT);
        }
    }

    /** Adds the presets of a group; those that take long to look like something have an icon instead of an image. */
    private void addPresets(VBox content, PresetRegistry.Group group) {
        FlowPane pane = new FlowPane(12, 12);
        pane.getStyleClass().add("welcome-images");
        pane.setRowValignment(VPos.TOP);
        group.presets().forEach(preset -> pane.getChildren().add(card(preset)));
        content.getChildren().addAll(CardFactory.caption(Messages.text("preset.group." + group.id())), pane);
    }

    private static String imagePath(Preset preset) {
        return "/presets/pictures/" + preset.id() + ".png";
    }

    private Button card(Preset preset) {
        Button card = new Button(DisplayNames.of(preset), thumbnail(preset));
        card.setId("welcome-" + preset.id());
        card.getStyleClass().addAll("flat", "welcome-card");
        card.setContentDisplay(ContentDisplay.TOP);
        card.setWrapText(true);
        card.setPrefWidth(IMAGE_SIZE + 28);
        card.minHeightProperty().bind(TextScaling.factorProperty().multiply(58).add(IMAGE_SIZE));
        card.setAlignment(Pos.TOP_CENTER);
        HelpTooltips.tip(card, Messages.text("welcome.preset", DisplayNames.of(preset), DisplayNames.sentence(preset)));
        card.setOnAction(event -> {
            close.run();
            model.train().runSetup().chooseShowcased(preset);
        });
        return card;
    }

    private static Node thumbnail(Preset preset) {
        URL image = WelcomeLayer.class.getResource(imagePath(preset));
        if (image == null) {
            StackPane icon = CardFactory.styled(new StackPane(IconFactory.of(Feather.IMAGE, "muted")), "latent-slot");
            icon.setMinSize(IMAGE_SIZE, IMAGE_SIZE);
            icon.setMaxSize(IMAGE_SIZE, IMAGE_SIZE);
            return icon;
        }
        // In the background: reading and scaling forty images took a tenth of the start.
        ImageView view =
                new ImageView(new Image(image.toExternalForm(), 2 * IMAGE_SIZE, 2 * IMAGE_SIZE, true, true, true));
        view.setFitWidth(IMAGE_SIZE);
        view.setFitHeight(IMAGE_SIZE);
        view.setPreserveRatio(true);
        return view;
    }

    private void addRecent(VBox content) {
        List<RecentProject> recent = model.projects().project().recent().projects().stream()
                .filter(RecentProject::exists)
                .limit(MAX_RECENT)
                .toList();
        if (!recent.isEmpty()) {
            content.getChildren().add(CardFactory.caption(Messages.text("welcome.recent")));
            recent.forEach(project -> content.getChildren().add(entry(project)));
        }
    }

    private Button entry(RecentProject project) {
        Button entry = new Button(
                Messages.text("menu.recent.item", project.name(), project.folder()), IconFactory.of(Feather.FILE));
        entry.setMnemonicParsing(false);
        // Of a long path both ends say more than the middle.
        entry.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        entry.getStyleClass().addAll("flat", "recent-project");
        HelpTooltips.tip(entry, entry.getText());
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.setOnAction(event -> {
            close.run();
            model.projects().project().recent().openOrRemove(project);
        });
        return entry;
    }

    private HBox footer(Runnable tour) {
        Button open = new Button(Messages.text("welcome.open"), IconFactory.of(Feather.FOLDER));
        open.setId("welcomeOpen");
        open.setOnAction(event -> {
            close.run();
            model.projects().project().open();
        });
        Button images = new Button(Messages.text("welcome.images"), IconFactory.of(Feather.IMAGE));
        images.setId("welcomeImages");
        images.setOnAction(event -> {
            close.run();
            model.train().runSetup().chooseFolder();
        });
        Button tourButton = new Button(Messages.text("welcome.tour"), IconFactory.of(Feather.COMPASS));
        tourButton.setId("welcomeTour");
        tourButton.setOnAction(event -> {
            close.run();
            tour.run();
        });
        CheckBox atStart = new CheckBox(Messages.text("welcome.atStart"));
        atStart.setId("welcomeAtStart");
        atStart.setAccessibleText(atStart.getText());
        atStart.setSelected(model.preferences().welcomeProperty().get());
        atStart.setOnAction(event -> model.preferences().chooseWelcome(atStart.isSelected()));
        FlowPane choices = new FlowPane(12, 8, open, images, atStart);
        choices.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(choices, Priority.ALWAYS);
        tourButton.setMinWidth(USE_PREF_SIZE);
        HBox footer = new HBox(12, choices, tourButton);
        footer.setAlignment(Pos.CENTER_LEFT);
        // Where the choices take two rows, they keep both.
        footer.setMinHeight(USE_PREF_SIZE);
        return footer;
    }
}
