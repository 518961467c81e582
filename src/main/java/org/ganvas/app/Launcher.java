package org.ganvas.app;

import java.nio.file.Path;
import org.ganvas.cli.GanvasCli;
import org.ganvas.project.classifier.StoredFeatureNetworks;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.train.DownloadsViewModel;

/**
 * Main class: the window without arguments, the command line with them. Must not extend Application, because JavaFX
 * would then require the module path.
 */
public final class Launcher {

    private static final double MOST_HISTORY_MB = 1 << 20;

    private Launcher() {}

    public static void main(String[] args) {
        if (GanvasCli.isCommand(args)) {
            System.exit(GanvasCli.run(args, AppPaths.cacheFolder(), dataFolder(), System.out, System.err));
        }
        UnattendedStart.reached("main");
        try {
            GanvasApp.open(Launcher::newSession, args);
        } catch (UnsupportedOperationException e) {
            System.err.println("Ganvas cannot open a window here (" + e.getMessage()
                    + "); start it on a desktop, or use the command line: ganvas --help.");
            System.exit(1);
        }
    }

    private static HistorySettings historySettings() {
        double megabytes = new SettingsFile(AppPaths.settingsFile())
                .get(
                        "history.memory",
                        HistorySettings.DEFAULT_MEMORY_MB,
                        HistorySettings.MIN_MEMORY_MB,
                        MOST_HISTORY_MB);
        return HistorySettings.ofWindow(AppPaths.stateFolder().resolve("history"), (long) megabytes);
    }

    private static Path dataFolder() {
        return Path.of(new SettingsFile(AppPaths.settingsFile())
                .get(DownloadsViewModel.FOLDER, AppPaths.dataFolder().toString()));
    }

    /** The session of the window, with doctor, evaluation and history. FX thread or before it. */
    public static TrainingLoop newSession() {
        TrainingLoop session =
                new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.window(ThreadPolicy.AUTOMATIC), historySettings());
        session.startAnalysis(new StoredFeatureNetworks(AppPaths.cacheFolder().resolve("classifiers")));
        return session;
    }
}
