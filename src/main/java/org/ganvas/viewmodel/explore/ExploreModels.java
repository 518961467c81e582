package org.ganvas.viewmodel.explore;

import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.window.NoticesViewModel;

/**
 * The parts of the Explore room. FX thread.
 *
 * @param source whose generator is drawn
 * @param sliders the latent in the hand
 * @param sliderList which of its dials are listed
 * @param directions principal directions and effects
 * @param slice the plane that it is moved along
 * @param circularWalk round walks
 * @param slots pictures that are held
 * @param interpolation ways between them
 * @param arithmetic their sum
 * @param drawingBoard the drawing board
 * @param inversion the search for what is on it
 * @param favourites what is kept
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
        FavouritesViewModel favourites) {

    /**
     * @param moved called when something is to be drawn anew
     * @param followed called when another generator is followed
     */
    static ExploreModels of(ExploreViewModel.Company company, Runnable moved, Runnable followed) {
        AppServices cabinet = company.cabinet();
        NoticesViewModel notices = company.notices();
        UndoStack undo = company.undo();
        UserPrompts prompts = company.prompts();
        GeneratorSourceViewModel source =
                new GeneratorSourceViewModel(company.desk(), prompts, notices, cabinet.store(), cabinet.io(), followed);
        LatentSlidersViewModel sliders = new LatentSlidersViewModel(undo, moved);
        FavouritesViewModel favourites = new FavouritesViewModel(company.desk(), notices, undo, company.document());
        PrincipalDirectionsViewModel study =
                new PrincipalDirectionsViewModel(source, sliders, favourites, company.background(), notices);
        LatentSlotsViewModel wells = new LatentSlotsViewModel(undo);
        LatentSliceViewModel plane = new LatentSliceViewModel(sliders, wells, moved);
        DrawingBoardViewModel sheet = new DrawingBoardViewModel(prompts, notices, undo, cabinet.io());
        return new ExploreModels(
                source,
                sliders,
                new SliderListViewModel(sliders, study.effectsProperty()),
                study,
                plane,
                new CircularWalkViewModel(sliders, plane),
                wells,
                new InterpolationViewModel(wells, sliders, moved),
                new LatentArithmeticViewModel(wells, sliders, moved),
                sheet,
                new InversionViewModel(source, sliders, sheet, company.background(), notices),
                favourites);
    }
}
