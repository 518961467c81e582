package org.ganvas.app;

import java.util.concurrent.Executor;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.viewmodel.PreferencesViewModel;

/** Theme by the setting: light, dark, or that of the system. FX thread. */
final class ThemeSelector {

    private static final String SYSTEM = "system";

    /** Key of the system's last known theme, used until the system is asked after the start. */
    private static final String LAST_SYSTEM_THEME = "theme.system";

    private ThemeSelector() {}

    /** Theme of the first frame. */
    static WindowTheme.Mode first(SettingsFile settings) {
        String choice = settings.get(PreferencesViewModel.THEME, "");
        return WindowTheme.Mode.ofName(choice.equals(SYSTEM) ? settings.get(LAST_SYSTEM_THEME, "") : choice);
    }

    /** Applies every choice from now on. */
    static void bind(PreferencesViewModel page, WindowTheme theme, SettingsFile settings, Executor io) {
        page.themeProperty().addListener((property, old, choice) -> apply(choice, theme, settings, io));
        if (page.themeProperty().get().equals(SYSTEM)) {
            apply(SYSTEM, theme, settings, io);
        }
    }

    private static void apply(String choice, WindowTheme theme, SettingsFile settings, Executor io) {
        if (choice.equals(SYSTEM)) {
            io.execute(() -> SystemThemeDetector.ask()
                    .ifPresent(mode -> FxThread.later(() -> {
                        settings.put(LAST_SYSTEM_THEME, mode.key());
                        theme.choose(mode);
                    })));
        } else {
            theme.choose(WindowTheme.Mode.ofName(choice));
        }
    }
}
