package org.ganvas.view.explore;

import javafx.css.PseudoClass;

/** Pseudo-classes of the style sheet. Any thread. */
final class StyleStates {

    /** The control has something to do. */
    static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    /** A drag is over the control, which accepts it. */
    static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private StyleStates() {}
}
