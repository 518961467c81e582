package org.ganvas.app;

import java.util.concurrent.Executor;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.viewmodel.PreferencesViewModel;

/** Light, dark, or as the system has it: the choice of the settings page, carried out. FX thread. */
final class ThemeSelector {

    private static final String SYSTEM = "system";

    /** What the system said last: it is asked after the window is there. */
    private static final String SYSTEM_WAS = "theme.system";

    private ThemeSelector() {}

    /** The look of the first frame. */
    static WindowTheme.Mode first(SettingsFile settings) {
        String choice = settings.get(PreferencesViewModel.THEME, "");
        return WindowTheme.Mode.ofName(choice.equals(SYSTEM) ? settings.get(SYSTEM_WAS, "") : choice);
    }

    /** Follows every choice from now on. */
    static void follow(PreferencesViewModel page, WindowTheme theme, SettingsFile settings, Executor io) {
        page.themeProperty().addListener((property, old, choice) -> take(choice, theme, settings, io));
        if (page.themeProperty().get().equals(SYSTEM)) {
            take(SYSTEM, theme, settings, io);
        }
    }

    private static void take(String choice, WindowTheme theme, SettingsFile settings, Executor io) {
        if (choice.equals(SYSTEM)) {
            io.execute(() -> SystemThemeDetector.ask()
                    .ifPresent(mode -> FxThread.later(() -> {
                        settings.put(SYSTEM_WAS, mode.key());
                        theme.choose(mode);
                    })));
        } else {
            theme.choose(WindowTheme.Mode.ofName(choice));
        }
    }
}
