package org.ganvas.viewmodel.explore;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.exchange.LatentTextFormat;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** Latents in and out of the Explore screen: from sample grids, into slots, as text, as favourites. FX thread. */
public final class LatentActions {

    private final ExploreModels models;
    private final LatentSlidersViewModel sliders;
    private final NavigationViewModel screens;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final ObservableValue<@Nullable SampleGrid> image;

    /**
     * @param image the patch around the current latent
     */
    LatentActions(
            ExploreModels models,
            NavigationViewModel screens,
            ExploreViewModel.Dependencies services,
            ObservableValue<@Nullable SampleGrid> image) {
        this.models = models;
        this.screens = screens;
        this.image = image;
        sliders = models.sliders();
        notices = services.notices();
        prompts = services.prompts();
    }

    // ---- Commands ----

    /** The latent of an image of the run's sample grid; null for points, or without a run. */
    public @Nullable LatentPoint latentOfRunGrid(SampleGrid grid, int index) {
        RunInfo run = models.source().run();
        if (run == null || grid.shape().isPoint()) {
            return null;
        }
        GanSpec spec = run.spec();
        SampleGridLayout layout = SampleGridLayout.of(
                spec, grid.rows(), grid.columns(), run.request().seed());
        float[] latent =
                Arrays.copyOfRange(layout.latents(spec), index * spec.latentDim(), (index + 1) * spec.latentDim());
        float[] classes = new float[spec.conditional() ? spec.classes() : 0];
        if (classes.length > 0) {
            classes[layout.labels(spec)[index]] = 1;
        }
        return new LatentPoint(latent, classes, 1);
    }

    /** Opens a latent of the run's own generator and shows the Explore screen. */
    public void openFromRun(LatentPoint point) {
        if (!sliders.fits(point)) {
            models.source().followLive();
        }
        open(point);
        screens.show(AppScreen.EXPLORE);
    }

    /** Makes a latent the current one. */
    public void open(LatentPoint point) {
        if (fits(point)) {
            sliders.open(point);
        }
    }

    /** Puts a latent into a slot. */
    public void putIntoSlot(LatentPoint point, int slot) {
        if (fits(point)) {
            models.slots().put(slot, point);
        }
    }

    /** Whether a latent is one of the generator that is explored; else the user gets a notice. */
    private boolean fits(LatentPoint point) {
        boolean fits = sliders.fits(point);
        if (!fits) {
            notices.report(Messages.text(
                    "explore.other",
                    point.latent().length,
                    sliders.dimensionsProperty().get().size()));
        }
        return fits;
    }

    /** A click on a slot: an empty one takes the current latent, a full one makes its latent the current one. */
    public void useSlot(int slot) {
        LatentPoint held = models.slots().point(slot);
        if (held == null) {
            putCurrentIntoSlot(slot);
        } else {
            open(held);
        }
    }

    public void putCurrentIntoSlot(int slot) {
        putIntoSlot(sliders.point(), slot);
    }

    public String currentLatentAsText() {
        return asText(sliders.point());
    }

    public String asText(LatentPoint point) {
        return LatentTextFormat.write(point);
    }

    /** Makes a latent that is given as text the current one, or reports what is wrong with the text. */
    public void paste(String text) {
        LatentPoint point = read(text);
        if (point != null) {
            open(point);
        }
    }

    /** A latent that is given as text; null, with a notice to the user, if the text is none. */
    public @Nullable LatentPoint read(String text) {
        try {
            return LatentTextFormat.read(text);
        } catch (ProjectException e) {
            notices.report(Messages.text(e.message()));
            return null;
        }
    }

    /** A latent that is given as text; empty if the text is none. */
    public Optional<LatentPoint> parse(String text) {
        try {
            return Optional.of(LatentTextFormat.read(text));
        } catch (ProjectException e) {
            return Optional.empty();
        }
    }

    /** Asks for another name of a direction; a direction with a name is saved with the run. */
    public void renameDirection(LatentSlider direction) {
        prompts.askName(
                Messages.text("explore.slider.rename.title"),
                direction.name(),
                name -> models.directions().rename(direction, name));
    }

    /** Asks for another name of a favourite. */
    public void renameFavourite(int index) {
        String before =
                models.favourites().favouritesProperty().get().get(index).name();
        prompts.askName(
                Messages.text("explore.favourites.rename.title"),
                before,
                name -> models.favourites().rename(index, name));
    }

    /** Adds the current latent to the favourites. */
    public void addFavourite() {
        SampleGrid patch = image.getValue();
        models.favourites().add(sliders.point(), patch == null ? null : patch.image(patch.count() / 2));
    }
}
