package org.bytedeco.opencl.presets;

/** Empty stand-in for the class whose native library oneDNN's Java classes would load: OpenCL, which most machines lack. */
public final class OpenCL {

    private OpenCL() {}
}
