/** Projects on the disk: opening, saving, recent projects, autosave, recovery, import and export. FX thread. */
@NullMarked
package org.ganvas.viewmodel.project;

import org.jspecify.annotations.NullMarked;
