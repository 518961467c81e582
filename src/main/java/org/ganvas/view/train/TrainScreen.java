package org.ganvas.view.train;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.inspect.InspectionDrawer;
import org.ganvas.view.inspect.InspectionToggles;
import org.ganvas.view.latent.LatentPane;
import org.ganvas.view.layout.PaneExtent;
import org.ganvas.view.layout.ResponsivePanes;
import org.ganvas.view.layout.ScreenContent;
import org.ganvas.view.layout.ScreenPane;
import org.ganvas.view.layout.ScreenPane.Place;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel.Pane;
import org.kordamp.ikonli.feather.Feather;

/** Train screen: settings, samples with the latents below, charts with the diagnosis below. FX thread. */
public final class TrainScreen implements ScreenContent {

    private static final String LATENTS = "latents";

    /** Least height of the samples with the timeline: two grids of images, which grow with the width too. */
    private static final double LEAST_IMAGES = 200;

    /** The same of points: the plot has what captions, toggles and timeline leave. */
    private static final double LEAST_POINTS = 320;

    /** Height of the doctor's first line, which says how the run is. */
    private static final double LEAST_DOCTOR = 56;

    private final ChartsPane charts;
    private final ResponsivePanes panes;

    public TrainScreen(WindowViewModel model) {
        PresentationViewModel presentation = model.presentation();
        Region samples = samples(model);
        Region doctor = new DoctorCard(model.train().doctor()).scrolled();
        // Alone at the side it would take a whole column from two grids of images; a plot of points needs the height
        // more.
        BooleanBinding below = presentation
                .shownProperty(Pane.CHARTS)
                .not()
                .and(model.train().points().shownProperty().not());
        charts = new ChartsPane(model.train().curves(), model.train().chartExport());
        panes = new ResponsivePanes(
                List.of(
                        samplesPane(
                                samples,
                                LEAST_IMAGES,
                                model.train().points().shownProperty().not()),
                        samplesPane(
                                samples, LEAST_POINTS, model.train().points().shownProperty()),
                        doctorPane(
                                doctor,
                                Place.CENTRE,
                                LEAST_DOCTOR,
                                presentation.shownProperty(Pane.DOCTOR).and(below)),
                        new ScreenPane(
                                "settings",
                                Messages.text("pane.settings"),
                                Feather.SLIDERS,
                                settings(model),
                                Place.START,
                                new PaneExtent(232, 0.172, 320),
                                PaneExtent.growing(200),
                                anySetting(presentation)),
                        latentsPane(model),
                        new ScreenPane(
                                "charts",
                                Messages.text("pane.charts"),
                                Feather.TRENDING_UP,
                                charts,
                                Place.END,
                                new PaneExtent(256, 0.22, 560),
                                PaneExtent.growing(226),
                                presentation.shownProperty(Pane.CHARTS)),
                        doctorPane(
                                doctor,
                                Place.END,
                                96,
                                presentation.shownProperty(Pane.DOCTOR).and(below.not()))),
                presentation.onProperty());
        panes.setId("trainScreen");
        ViewBindings.listen(model.train().inspection().openProperty(), (property, old, open) -> {
            if (open) {
                panes.reveal(LATENTS);
            }
        });
    }

    /**
     * The samples, in one of two extents.
     *
     * @param least height; below it the current latent is behind a tab
     */
    private static ScreenPane samplesPane(Region samples, double least, ObservableBooleanValue shown) {
        return new ScreenPane(
                "samples",
                Messages.text("pane.samples"),
                Feather.GRID,
                samples,
                Place.CENTRE,
                PaneExtent.growing(404),
                PaneExtent.growing(least),
                shown);
    }

    private static ScreenPane doctorPane(Region doctor, Place place, double least, ObservableBooleanValue shown) {
        return new ScreenPane(
                "doctor",
                Messages.text("pane.doctor"),
                Feather.ACTIVITY,
                doctor,
                place,
                new PaneExtent(256, 0.22, 560),
                PaneExtent.natural(least),
                shown);
    }

    private static ScreenPane latentsPane(WindowViewModel model) {
        Runnable explore = () ->
                model.explore().actions().openFromRun(model.train().latent().current());
        LatentPane latent = new LatentPane(model.train().latent(), model.train().points(), explore);
        ImageMenu.install(
                latent.image(),
                model.train().latent().imageProperty()::get,
                model.explore().imageFiles(),
                menuItem("latentOpen", "explore.cell.open", explore),
                menuItem(
                        "latentKeep",
                        "explore.cell.keep",
                        () -> model.explore()
                                .models()
                                .favourites()
                                .add(
                                        model.train().latent().current(),
                                        model.train().latent().imageProperty().get())));
        Region node = new InspectionDrawer(
                latent, model.train().inspection(), model.explore().imageFiles());
        return new ScreenPane(
                LATENTS,
                Messages.text("pane.latents"),
                Feather.CROSSHAIR,
                node,
                Place.CENTRE,
                PaneExtent.growing(344),
                new PaneExtent(196, 0.325, 380),
                model.presentation()
                        .shownProperty(Pane.LATENT)
                        .and(model.train()
                                .latent()
                                .availableProperty()
                                .or(model.train().inspection().openProperty())));
    }

    private static MenuItem menuItem(String id, String key, Runnable work) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }

    private static ScrollPane settings(WindowViewModel model) {
        VBox cards = new VBox(
                12,
                hidden(
                        new DatasetCard(
                                model.train().runSetup(),
                                model.train().downloads(),
                                model.train().dataOverview()),
                        model,
                        Pane.DATA),
                hidden(new PresetCard(model.train().runSetup()), model, Pane.PRESET),
                new TrainingSettingsCard(
                        model.train().runSetup(),
                        model.train().liveTuning(),
                        model.train().sampleGrid(),
                        model.presentation()),
                hidden(new LiveTuningCard(model.train().liveTuning()), model, Pane.TRAINING),
                hidden(new StopRuleCard(model.train().stopRule()), model, Pane.TRAINING));
        cards.getStyleClass().add("left-cards");
        cards.setId("leftCards");
        ScrollPane scroll = ScrollPanes.withoutCache(new ScrollPane(cards));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        scroll.setMinSize(0, 0);
        return scroll;
    }

    private static <N extends Node> N hidden(N node, WindowViewModel model, Pane pane) {
        node.visibleProperty().bind(model.presentation().shownProperty(pane));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private static BooleanBinding anySetting(PresentationViewModel presentation) {
        return presentation
                .shownProperty(Pane.DATA)
                .or(presentation.shownProperty(Pane.PRESET))
                .or(presentation.shownProperty(Pane.TRAINING))
                .or(presentation.shownProperty(Pane.DRAWING));
    }

    private static StackPane samples(WindowViewModel model) {
        SamplePairPane pair = new SamplePairPane(model.train().samples(), model);
        Label waiting = CardFactory.styled(new Label(Messages.text("samples.waiting")), "prose");
        waiting.setWrapText(true);
        waiting.visibleProperty()
                .bind(model.train()
                        .samples()
                        .generatedProperty()
                        .isNull()
                        .and(model.train().points().generatedProperty().isNull()));
        PointsPane points = new PointsPane(
                model.train().points(),
                model.train().pointField(),
                model.train().latent());
        points.visibleProperty().bind(model.train().points().generatedProperty().isNotNull());
        pair.visibleProperty().bind(model.train().points().shownProperty().not());
        StackPane content = new StackPane(pair, points);
        content.setMinSize(0, 0);
        VBox card = new VBox(
                4,
                content,
                DisabledReasons.set(
                        new TimelinePane(model.train().timeline(), model.train().timelapse()),
                        model.train().run().absenceProperty()));
        VBox.setVgrow(content, Priority.ALWAYS);
        card.getStyleClass().addAll("ganvas-card", "samples-card");
        InspectionToggles toggles = new InspectionToggles(model.train().inspection());
        StackPane.setAlignment(toggles, Pos.TOP_RIGHT);
        StackPane stack = new StackPane(
                card, toggles, waiting, new LoadingOverlay(model.train().run()));
        stack.setMinHeight(0);
        return stack;
    }

    @Override
    public ResponsivePanes panes() {
        return panes;
    }

    @Override
    public void dispose() {
        charts.dispose();
    }
}
