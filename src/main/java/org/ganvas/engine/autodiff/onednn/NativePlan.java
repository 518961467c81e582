package org.ganvas.engine.autodiff.onednn;

/** A computation of fixed shapes, kept for its next use. */
interface NativePlan {

    /** What is freed when the plan is no longer reachable. */
    NativeHandles handles();
}
