package org.ganvas.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ganvas.view.fx.WindowTheme;

/**
 * Detector of the system's light or dark theme, which JavaFX 21 lacks. Takes some milliseconds; not on the FX thread.
 */
final class SystemThemeDetector {

    private static final System.Logger LOG = System.getLogger(SystemThemeDetector.class.getName());
    private static final long PATIENCE_SECONDS = 3;

    private SystemThemeDetector() {}

    /** Theme of the system; empty where it cannot be determined. */
    static Optional<WindowTheme.Mode> ask() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("win")) {
            return answer(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme")
                    .map(text -> text.contains("0x1") ? WindowTheme.Mode.LIGHT : WindowTheme.Mode.DARK);
        }
        if (system.contains("mac")) {
            // The entry exists only in dark mode.
            return Optional.of(answer("defaults", "read", "-g", "AppleInterfaceStyle")
                    .map(text -> WindowTheme.Mode.DARK)
                    .orElse(WindowTheme.Mode.LIGHT));
        }
        return answer("gsettings", "get", "org.gnome.desktop.interface", "color-scheme")
                .map(text -> text.contains("dark") ? WindowTheme.Mode.DARK : WindowTheme.Mode.LIGHT);
    }

    private static Optional<String> answer(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The system does not say whether its windows are dark.", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
