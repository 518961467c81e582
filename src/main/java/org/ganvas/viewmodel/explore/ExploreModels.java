package org.ganvas.viewmodel.explore;

import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.support.TaskQueue;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.window.NoticesViewModel;

/**
 * The view models of the Explore screen. FX thread.
 *
 * @param source the generator that is explored
 * @param sliders the current latent
 * @param sliderList the sliders that are listed
 * @param directions principal directions, and the effect of each dimension
 * @param slice the latent slice through the current latent
 * @param circularWalk the circular walk through the current latent
 * @param slots latents to interpolate between and to calculate with
 * @param interpolation the interpolation between the slots
 * @param arithmetic A - B + C of the slots
 * @param drawingBoard the image to find a latent of
 * @param inversion the search for that latent
 * @param favourites the bookmarks of the run
 * @param mixing the grid of mixed styles
 * @param anomaly what does not look like the data
 */
public record ExploreModels(
        GeneratorSourceViewModel source,
        LatentSlidersViewModel sliders,
        SliderListViewModel sliderList,
        PrincipalDirectionsViewModel directions,
        LatentSliceViewModel slice,
        CircularWalkViewModel circularWalk,
        LatentSlotsViewModel slots,
        InterpolationViewModel interpolation,
        LatentArithmeticViewModel arithmetic,
        DrawingBoardViewModel drawingBoard,
        InversionViewModel inversion,
        FavouritesViewModel favourites,
        StyleMixingViewModel mixing,
        AnomalyViewModel anomaly) {

    /**
     * @param changed called when something is to be rendered anew
     * @param sourceChanged called when another generator is explored
     */
    static ExploreModels of(ExploreViewModel.Dependencies services, Runnable changed, Runnable sourceChanged) {
        NoticesViewModel notices = services.notices();
        UndoStack undo = services.undo();
        UserPrompts prompts = services.prompts();
        GeneratorSourceViewModel source = new GeneratorSourceViewModel(
                services.session(),
                prompts,
                notices,
                services.app().store(),
                services.app().io(),
                sourceChanged);
        LatentSlidersViewModel sliders = new LatentSlidersViewModel(
                (kind, state) -> undo.remember(new UndoKey("undo.latent", kind), state), changed);
        FavouritesViewModel favourites =
                new FavouritesViewModel(services.session(), notices, undo, services.document());
        LatentSlotsViewModel slots = new LatentSlotsViewModel(undo, sliders::inStyles);
        LatentSliceViewModel slice = new LatentSliceViewModel(sliders, slots, changed);
        PrincipalDirectionsViewModel directions = new PrincipalDirectionsViewModel(
                source,
                sliders,
                favourites,
                slice,
                new QueuedSearch(
                        new TaskQueue(services.quick()), "explore.principal.start", source::isTraining, notices));
        DrawingBoardViewModel drawingBoard =
                new DrawingBoardViewModel(prompts, notices, undo, services.app().io());
        return new ExploreModels(
                source,
                sliders,
                new SliderListViewModel(sliders, directions.effectsProperty()),
                directions,
                slice,
                new CircularWalkViewModel(sliders, slice),
                slots,
                new InterpolationViewModel(slots, sliders, changed),
                new LatentArithmeticViewModel(slots, sliders, changed),
                drawingBoard,
                new InversionViewModel(
                        source,
                        sliders,
                        drawingBoard,
                        new QueuedSearch(
                                new TaskQueue(services.background()),
                                "explore.search.start",
                                source::isTraining,
                                notices)),
                favourites,
                new StyleMixingViewModel(sliders, favourites, changed),
                new AnomalyViewModel(
                        source,
                        services.session(),
                        drawingBoard,
                        prompts,
                        new QueuedSearch(
                                new TaskQueue(services.quick()),
                                "explore.anomaly.start",
                                source::isTraining,
                                notices)));
    }
}
