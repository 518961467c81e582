package org.ganvas.project.torch;

import java.util.Locale;
import org.ganvas.data.ImageShape;
import org.ganvas.data.corruption.HoleCut;
import org.ganvas.engine.spec.ConditionSpec;

/** Python function that changes images as a condition does. Pure functions, any thread. */
final class ConditionText {

    private static final String LUMA = """
        def luma(images):
            \"""Brightness by the weights of ITU-R BT.601, in one plane.\"""
            if IMAGE[0] == 1:
                return images
            weights = torch.tensor([0.299, 0.587, 0.114], device=images.device).reshape(1, 3, 1, 1)
            return (images * weights).sum(1, keepdim=True)
        """;

    private ConditionText() {}

    /** The function with those that it calls. */
    static String function(String name, ConditionSpec condition, ImageShape image) {
        PythonCodeWriter code = new PythonCodeWriter();
        if (condition instanceof ConditionSpec.Grey || condition instanceof ConditionSpec.Edges) {
            code.append(LUMA).blankLines();
        }
        if (condition instanceof ConditionSpec.Hole hole) {
            int side = hole.corruption(image)
                    .map(HoleCut.class::cast)
                    .map(HoleCut::side)
                    .orElseThrow();
            code.line(String.format(Locale.ROOT, "SIDE = %d  # of a square hole in pixels", side))
                    .blankLines()
                    .append(PythonLiterals.resource("holes"))
                    .blankLines();
        }
        return code.line("def " + name + "(images):")
                .indent()
                .line("\"\"\"Images as the generator is given them.\"\"\"")
                .line(body(condition))
                .toString();
    }

    private static String body(ConditionSpec condition) {
        if (condition instanceof ConditionSpec.Downscale smaller) {
            return String.format(Locale.ROOT, "return F.avg_pool2d(images, %d)", smaller.factor());
        }
        if (condition instanceof ConditionSpec.Hole hole) {
            return String.format(Locale.ROOT, """
                masks = holes(images, "%s")
                return torch.cat([torch.where(masks > 0, 0.0, images), masks], dim=1)""", hole.kind());
        }
        if (condition instanceof ConditionSpec.Edges edges) {
            return String.format(Locale.ROOT, """
                # Sobel's masks; a straight edge from black to white has the norm 8.
                across = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]], device=images.device)
                kernels = torch.stack([across, across.t()]).unsqueeze(1)
                slopes = F.conv2d(F.pad(luma(images), (1, 1, 1, 1), mode="replicate"), kernels)
                steep = slopes.square().sum(1, keepdim=True) > (8 * %s) ** 2
                return torch.where(steep, -1.0, 1.0)""", PythonLiterals.number(edges.threshold()));
        }
        if (condition instanceof ConditionSpec.Noise noise) {
            return String.format(
                    Locale.ROOT,
                    "return (images + %s * torch.randn_like(images)).clamp(-1, 1)",
                    PythonLiterals.number(noise.strength()));
        }
        if (condition instanceof ConditionSpec.Blur blur) {
            return String.format(
                    Locale.ROOT, """
                reach = %1$d
                line = torch.exp(-torch.arange(-reach, reach + 1, device=images.device) ** 2 / (2 * %2$s**2))
                line = line / line.sum()
                planes = images.reshape(-1, 1, *IMAGE[1:])
                planes = F.conv2d(F.pad(planes, (reach, reach, 0, 0), mode="replicate"), line.reshape(1, 1, 1, -1))
                planes = F.conv2d(F.pad(planes, (0, 0, reach, reach), mode="replicate"), line.reshape(1, 1, -1, 1))
                return planes.reshape(-1, *IMAGE)""", (int) Math.ceil(3 * blur.sigma()), PythonLiterals.decimal(blur.sigma()));
        }
        return condition instanceof ConditionSpec.Grey ? "return luma(images)" : "return -images";
    }
}
