package org.ganvas.viewmodel.support;

import java.util.concurrent.Executor;

/**
 * A thread of its own for each film that is written, so that saving a project never waits for one. It does not keep the
 * program alive: a film that is not finished leaves nothing behind. Any thread.
 */
public final class FilmThread implements Executor {

    @Override
    public void execute(Runnable work) {
        Thread thread = new Thread(work, "film");
        thread.setDaemon(true);
        thread.start();
    }
}
