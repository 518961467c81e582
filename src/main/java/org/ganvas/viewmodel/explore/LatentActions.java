package org.ganvas.viewmodel.explore;

import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.exchange.LatentText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.render.GridLayout;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** Latents that come into the Explore room and leave it: from grids, into wells, as text, as favourites. FX thread. */
public final class LatentActions {

    private final ExploreModels parts;
    private final NavigationViewModel rooms;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final ObservableValue<@Nullable SampleGrid> picture;

    /**
     * @param picture what the room shows
     */
    LatentActions(
            ExploreModels parts,
            NavigationViewModel rooms,
            ExploreViewModel.Company company,
            ObservableValue<@Nullable SampleGrid> picture) {
        this.parts = parts;
        this.rooms = rooms;
        this.picture = picture;
        notices = company.notices();
        prompts = company.prompts();
    }

    // ---- Commands ----

    /** The latent of a place of the run's fixed grid. */
    public @Nullable LatentPoint fixedPoint(SampleGrid grid, int index) {
        RunInfo run = parts.source().run();
        if (run == null || grid.shape().isPoint()) {
            return null;
        }
        GanSpec spec = run.spec();
        GridLayout places =
                GridLayout.of(spec, grid.rows(), grid.columns(), run.request().seed());
        float[] latent =
                Arrays.copyOfRange(places.latents(spec), index * spec.latentDim(), (index + 1) * spec.latentDim());
        float[] classes = new float[spec.conditional() ? spec.classes() : 0];
        if (classes.length > 0) {
            classes[places.labels(spec)[index]] = 1;
        }
        return new LatentPoint(latent, classes, 1);
    }

    /** Opens a latent of the run's own generator in this room. */
    public void openOfRun(LatentPoint point) {
        if (!fits(point)) {
            parts.source().followLive();
        }
        open(point);
        rooms.show(AppScreen.EXPLORE);
    }

    /** Takes a latent into the hand. */
    public void open(LatentPoint point) {
        if (fits(point)) {
            parts.sliders().open(point);
        } else {
            notices.report(Messages.text(
                    "explore.other",
                    point.latent().length,
                    parts.sliders().dimensionsProperty().get().size()));
        }
    }

    /** Puts a latent into a well, if it is one of this generator. */
    public void send(LatentPoint point, int well) {
        if (fits(point)) {
            parts.wells().put(well, point);
        } else {
            notices.report(Messages.text(
                    "explore.other",
                    point.latent().length,
                    parts.sliders().dimensionsProperty().get().size()));
        }
    }

    private boolean fits(LatentPoint point) {
        return point.latent().length
                        == parts.sliders().dimensionsProperty().get().size()
                && point.classWeights().length
                        == parts.sliders().classesProperty().get().size();
    }

    /** The latent in the hand as text. */
    public String copy() {
        return write(parts.sliders().point());
    }

    /** A latent as text, to be dragged. */
    public String write(LatentPoint point) {
        return LatentText.write(point);
    }

    /** Takes a latent from text into the hand, or says why not. */
    public void paste(String text) {
        try {
            open(LatentText.read(text));
        } catch (ProjectException e) {
            notices.report(Messages.text(e.message()));
        }
    }

    /** Reads a latent out of text that was dragged here; null, with a word, if it is none. */
    public @Nullable LatentPoint read(String text) {
        try {
            return LatentText.read(text);
        } catch (ProjectException e) {
            notices.report(Messages.text(e.message()));
            return null;
        }
    }

    /** Asks for another name of a direction; a named one is kept with the run. */
    public void renameDirection(LatentSlider direction) {
        prompts.askName(Messages.text("explore.slider.rename.title"), direction.name())
                .ifPresent(name -> parts.study().rename(direction, name));
    }

    /** Asks for another name of a favourite. */
    public void renameFavourite(int index) {
        String before = parts.favourites().favouritesProperty().get().get(index).name();
        prompts.askName(Messages.text("explore.favourites.rename.title"), before)
                .ifPresent(name -> parts.favourites().rename(index, name));
    }

    /** Keeps what is in the hand. */
    public void keep() {
        SampleGrid shown = picture.getValue();
        parts.favourites().keep(parts.sliders().point(), shown == null ? null : middle(shown));
    }

    private static SampleGrid middle(SampleGrid patch) {
        int size = patch.shape().size();
        float[] pixels = new float[size];
        System.arraycopy(patch.pixels(), patch.count() / 2 * size, pixels, 0, size);
        return new SampleGrid(patch.shape(), 1, 1, pixels, new int[0], patch.step());
    }
}
