package org.ganvas.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.junit.jupiter.api.Test;

class DisplaySettingsViewModelTest {

    @Test
    void smoothImagesAreRemembered() {
        InMemoryPreferences preferences = new InMemoryPreferences();
        DisplaySettingsViewModel first = new DisplaySettingsViewModel(preferences, Locale.ENGLISH);
        assertFalse(first.smoothImagesProperty().get());
        first.setSmoothImages(true);
        assertTrue(new DisplaySettingsViewModel(preferences, Locale.ENGLISH)
                .smoothImagesProperty()
                .get());
    }
}
