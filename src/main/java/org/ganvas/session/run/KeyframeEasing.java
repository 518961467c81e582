package org.ganvas.session.run;

/** Timing of the movement from one keyframe to the next. Pure, any thread. */
public enum KeyframeEasing {
    /** Constant speed, with a kink at each keyframe. */
    LINEAR {
        @Override
        public double at(double t) {
            return t;
        }
    },
    /** Slow at both ends: the cubic 3t² - 2t³, whose speed is 0 at 0 and 1. */
    SMOOTH {
        @Override
        public double at(double t) {
            return t * t * (3 - 2 * t);
        }
    };

    /** The fraction of the path that is covered after a fraction of the time; both 0 to 1. */
    public abstract double at(double t);
}
