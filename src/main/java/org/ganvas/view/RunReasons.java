package org.ganvas.view;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import org.ganvas.viewmodel.project.ProjectViewModel;
import org.ganvas.viewmodel.train.TransportViewModel;

/** Reasons why nothing can be done with the run. FX thread. */
final class RunReasons {

    private RunReasons() {}

    /** Key of the sentence that says why no file of the run can be read or written. */
    static StringBinding ofFiles(ProjectViewModel project, TransportViewModel run) {
        ObservableStringValue absence = run.absenceProperty();
        return Bindings.createStringBinding(
                () -> project.busyProperty().get() ? "file.busy.disabled" : absence.get(),
                project.busyProperty(),
                absence);
    }
}
