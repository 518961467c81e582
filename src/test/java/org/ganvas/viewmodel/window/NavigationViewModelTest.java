package org.ganvas.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

/** Screens and runs that they do not fit. */
final class NavigationViewModelTest {

    private final WindowFixture fixture = WindowFixture.ready();
    private final NavigationViewModel navigation = fixture.window.navigation();

    private void load(String preset, String data) {
        Preset chosen = PresetRegistry.get(preset);
        fixture.training.submit(new TrainingCommand.Load(new RunRequest(preset, chosen.spec(), data, 1)));
        fixture.frames(3);
    }

    @Test
    void anImageRunThatIsLoadedInTheLabIsShownOnTheTrainScreen() {
        load("ring", "builtin:ring");
        navigation.show(AppScreen.LAB);
        load("minute", "builtin:doodles");
        assertEquals(AppScreen.TRAIN, navigation.shownProperty().get());
    }

    @Test
    void aRunThatTheScreenFitsLeavesIt() {
        load("ring", "builtin:ring");
        navigation.show(AppScreen.LAB);
        load("grid", "builtin:grid");
        assertEquals(AppScreen.LAB, navigation.shownProperty().get());
        navigation.show(AppScreen.DREAM);
        load("minute", "builtin:doodles");
        assertEquals(AppScreen.DREAM, navigation.shownProperty().get());
    }

    @Test
    void aScreenThatTheUserOpensForARunThatItDoesNotFitStays() {
        load("minute", "builtin:doodles");
        navigation.show(AppScreen.LAB);
        fixture.frames(5);
        assertFalse(fixture.window.lab().screen().reasonProperty().get().isEmpty());
        assertEquals(AppScreen.LAB, navigation.shownProperty().get());
    }

    @Test
    void translationsLeaveExploreAndOthersLeaveTranslate() {
        load("minute", "builtin:doodles");
        navigation.show(AppScreen.EXPLORE);
        load("colour", "builtin:doodles");
        assertEquals(AppScreen.TRAIN, navigation.shownProperty().get());
        navigation.show(AppScreen.TRANSLATE);
        load("minute", "builtin:doodles");
        assertEquals(AppScreen.TRAIN, navigation.shownProperty().get());
    }
}
