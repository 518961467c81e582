package org.ganvas.viewmodel.explore;

import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.ModelImport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;

/** Generators from files. Reading takes up to seconds, so it runs on the io thread. */
final class GeneratorFileLoader {

    private static final String PROJECT_ENDING = ".ganvas";

    private GeneratorFileLoader() {}

    /**
     * Reads a project or a Deeplearning4j model.
     *
     * @param setup the run that supplies what a Deeplearning4j model does not contain
     * @throws ProjectException if the file is neither
     */
    static GeneratorSource.Frozen read(Path file, ProjectStore store, RunRequest setup) throws ProjectException {
        String name = String.valueOf(file.getFileName());
        RunCapture capture = name.toLowerCase(Locale.ROOT).endsWith(PROJECT_ENDING)
                ? store.load(file)
                : ModelImport.load(new ModelImport.Models(file, null, 0), setup);
        return GeneratorSource.Frozen.of(name, capture);
    }
}
