package org.ganvas.app;

import org.ganvas.cli.GanvasCli;
import org.ganvas.engine.Engine;
import org.ganvas.project.StoredFeatureNets;
import org.ganvas.session.ThreadPolicy;
import org.ganvas.session.TickPolicy;
import org.ganvas.session.TrainingSession;

/**
 * The front door: a window without arguments, the command line with them. Must not extend Application, because JavaFX
 * would then insist on the module path.
 */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        if (GanvasCli.isCommand(args)) {
            System.exit(GanvasCli.run(args, AppPaths.cacheFolder(), System.out, System.err));
        }
        // Before JavaFX starts, or two threads would load native libraries at once: see Engine.start.
        Engine.start();
        try {
            GanvasApp.open(Launcher::newSession, args);
        } catch (UnsupportedOperationException e) {
            System.err.println("Ganvas cannot open a window here (" + e.getMessage()
                    + "); start it on a desktop, or use the command line: ganvas --help.");
            System.exit(1);
        }
    }

    private static Desks newSession() {
        TrainingSession session = new TrainingSession(TickPolicy.SCREEN, ThreadPolicy.window(ThreadPolicy.AUTOMATIC));
        session.attend(new StoredFeatureNets(AppPaths.cacheFolder().resolve("classifiers")));
        return new Desks(session, session.latents(), session);
    }
}
