package org.ganvas.session.run;

/** How a film moves from one keyframe to the next. Pure, any thread. */
public enum Easing {
    /** At one pace, with a kink at each keyframe. */
    LINEAR {
        @Override
        public double at(double t) {
            return t;
        }
    },
    /** Sets out and arrives without haste: the cubic 3t² - 2t³, whose pace is 0 at both ends. */
    SMOOTH {
        @Override
        public double at(double t) {
            return t * t * (3 - 2 * t);
        }
    };

    /** How much of the way is done after a share of the time; both 0 to 1. */
    public abstract double at(double t);
}
