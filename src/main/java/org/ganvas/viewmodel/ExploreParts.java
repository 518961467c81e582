package org.ganvas.viewmodel;

/**
 * The parts of the Explore room. FX thread.
 *
 * @param source whose generator is drawn
 * @param sliders the latent in the hand
 * @param list which of its dials are listed
 * @param study principal directions and effects
 * @param plane the plane that it is moved along
 * @param circle round walks
 * @param wells pictures that are held
 * @param corners ways between them
 * @param arithmetic their sum
 * @param sheet the drawing board
 * @param inversion the search for what is on it
 * @param favourites what is kept
 */
public record ExploreParts(
        SourceModel source,
        SliderModel sliders,
        SliderListModel list,
        StudyModel study,
        PlaneModel plane,
        CircleModel circle,
        WellsModel wells,
        CornersModel corners,
        ArithmeticModel arithmetic,
        SheetModel sheet,
        InversionModel inversion,
        FavouritesModel favourites) {

    /**
     * @param moved called when something is to be drawn anew
     * @param followed called when another generator is followed
     */
    static ExploreParts of(ExploreViewModel.Company company, Runnable moved, Runnable followed) {
        Cabinet cabinet = company.cabinet();
        NoticesViewModel notices = company.notices();
        UndoStack undo = company.undo();
        Prompts prompts = company.prompts();
        SourceModel source = new SourceModel(company.desk(), prompts, notices, cabinet.store(), cabinet.io(), followed);
        SliderModel sliders = new SliderModel(undo, moved);
        FavouritesModel favourites = new FavouritesModel(company.desk(), notices, undo, company.document());
        StudyModel study = new StudyModel(source, sliders, favourites, company.background(), notices);
        WellsModel wells = new WellsModel(undo);
        PlaneModel plane = new PlaneModel(sliders, wells, moved);
        SheetModel sheet = new SheetModel(prompts, notices, undo, cabinet.io());
        return new ExploreParts(
                source,
                sliders,
                new SliderListModel(sliders, study.effectsProperty()),
                study,
                plane,
                new CircleModel(sliders, plane),
                wells,
                new CornersModel(wells, sliders, moved),
                new ArithmeticModel(wells, sliders, moved),
                sheet,
                new InversionModel(source, sliders, sheet, company.background(), notices),
                favourites);
    }
}
