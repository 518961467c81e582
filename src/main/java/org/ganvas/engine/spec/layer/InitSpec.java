package org.ganvas.engine.spec.layer;

/** Initial values of weights and biases; BatchNorm starts at scale 1 and shift 0. */
public enum InitSpec {
    /** Weights and biases uniform on ±1/√fan_in: PyTorch's default, with which the presets were measured. */
    PYTORCH,
    /** Weights uniform on ±√(6/(fan_in + fan_out)), biases 0 (Glorot and Bengio 2010). */
    GLOROT,
    /** Weights N(0, 0.02), biases 0 (DCGAN, 1511.06434). */
    DCGAN,
    /**
     * Equalised learning rate: weights N(0, 1), used times √(2/fan_in), or √(1/fan_in) where no ReLU follows; biases 0
     * (Karras et al. 2018, 1710.10196).
     */
    EQUALISED
}
