package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ScaledConvolutionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;

/** Layer that keeps the running value in a register or reads one. */
record RegisterLayer(RegisterLayerSpec spec) implements NetworkLayer {

    @Override
    public Tensor forward(Tensor x, ForwardContext context) {
        throw new IllegalStateException(spec.describe() + " needs registers");
    }

    @Override
    public Tensor forward(Tensor x, Registers registers, ForwardContext context) {
        if (spec instanceof RegisterLayerSpec.Keep) {
            registers.keep(spec.name(), x);
            return x;
        }
        double share = spec instanceof RegisterLayerSpec.Fade fade ? fade.share(context.growth()) : 0;
        if (share == 1) {
            // Nothing needs the register any more, so it may not have been computed.
            return x;
        }
        Tensor register = registers.read(spec.name());
        if (spec instanceof RegisterLayerSpec.Take) {
            return register;
        } else if (spec instanceof RegisterLayerSpec.Join join) {
            return join.how() == RegisterLayerSpec.How.ADD
                    ? ScaledConvolutionOps.sum(x, register)
                    : ViewOps.concat(1, x, register);
        }
        if (share == 0) {
            return register;
        }
        return ElementwiseOps.add(ElementwiseOps.scale(register, 1 - share), ElementwiseOps.scale(x, share));
    }
}
