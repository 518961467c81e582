package org.ganvas.project.torch;

import java.util.Locale;
import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.PlayerSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.AttentionLayerSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.training.Regularizer;
import org.jspecify.annotations.Nullable;

/**
 * A PyTorch program for one GAN. Immutable; any thread.
 *
 * @param spec networks, objective and training
 * @param preset that the run was started from, for the comment at the top; null if unknown
 * @param step steps taken so far
 * @param rows of the grid of fixed latents
 * @param columns of the grid
 * @param points transform of 2-D points; the identity for images
 */
public record TorchTrainingScript(
        GanSpec spec, @Nullable Preset preset, long step, int rows, int columns, PointTransform points) {

    /** Approximate width in pixels of a magnified grid. */
    private static final int PAGE = 640;

    private static final int EXAMPLE_ROWS = 6;
    private static final int EXAMPLE_COLUMNS = 9;

    private static final String IMPORTS = """
        import argparse
        import copy
        import math
        import struct
        import zlib
        from pathlib import Path

        import numpy as np
        import torch
        import torch.nn.functional as F
        from torch import nn
        """;

    /** A program for a GAN of images, or of points as they are. */
    public TorchTrainingScript(GanSpec spec, @Nullable Preset preset, long step, int rows, int columns) {
        this(spec, preset, step, rows, columns, PointTransform.IDENTITY);
    }

    /**
     * Text of the program.
     *
     * @throws SpecException that names what cannot be written
     */
    public String text() {
        boolean spectral = spec.regularizer(Regularizer.SpectralNorm.class).isPresent();
        TorchModuleWriter generator = GeneratorModuleText.write(spec);
        TorchModuleWriter discriminator = DiscriminatorModuleText.write(spec);
        PythonCodeWriter code = new PythonCodeWriter().append(top()).line("").append(IMPORTS);
        boolean equalised = Game.of(spec).players().stream()
                .anyMatch(player -> player.network().init() == InitSpec.EQUALISED);
        code.lineIf(spectral || equalised, "from torch.nn.utils import parametrize")
                .line("")
                .append(constants());
        code.blankLines().line("# ---- Networks ----");
        part(code, spectral, "spectral");
        part(code, equalised, "equalised");
        part(code, spec.generator().hasStyles(), "style");
        part(code, has(AttentionLayerSpec.class), "attention");
        part(code, has(NormLayerSpec.MinibatchDeviation.class), "deviation");
        part(code, GrowthText.grows(spec), "grow");
        code.blankLines().append(GeneratorModuleText.classText(spec, generator));
        code.blankLines().append(DiscriminatorModuleText.classText(spec, discriminator));
        EncoderText.of(spec).forEach(encoder -> code.blankLines().append(encoder.classText()));
        code.blankLines().line("# Which array of the .npz fills which parameter.");
        code.append(generator.arrays("GENERATOR_ARRAYS")).append(discriminator.arrays("DISCRIMINATOR_ARRAYS"));
        EncoderText.of(spec).forEach(encoder -> code.append(encoder.arrays()));
        boolean latents = spec.game().takesLatents();
        code.lineIf(!latents, players()).blankLines().line("# ---- Objective and training ----");
        if (!spec.loss().encodes()) {
            code.blankLines().append(LossFunctionText.functions(spec));
        }
        code.blankLines()
                .append(latents ? new TrainingLoopText(spec).functions() : new TranslationLoopText(spec).functions());
        code.blankLines().append(PythonLiterals.resource("files"));
        if (!latents) {
            TranslationDataText data = new TranslationDataText(spec);
            return code.blankLines()
                    .append(PythonLiterals.resource("pictures"))
                    .blankLines()
                    .append(data.functions())
                    .blankLines()
                    .line("DATA_HELP = \"" + data.help() + "\"")
                    .blankLines()
                    .append(PythonLiterals.resource("translation"))
                    .toString();
        }
        code.blankLines().append(PythonLiterals.resource(spec.image().isPoint() ? "points" : "pictures"));
        code.blankLines().append(PythonLiterals.resource("data")).blankLines().append(PythonLiterals.resource("main"));
        return code.toString();
    }

    /** The dictionary of the networks by their names. */
    private String players() {
        PythonCodeWriter code = new PythonCodeWriter().line("PLAYERS = {");
        for (PlayerSpec player : Game.of(spec).players()) {
            boolean generator = player.role() == Player.GENERATOR;
            code.line(String.format(
                    Locale.ROOT,
                    "    \"%s\": (%s, %s),",
                    player.name(),
                    generator ? "Generator" : "Discriminator",
                    TranslationLoopText.arraysOf(player)));
        }
        return code.line("}").toString();
    }

    private static void part(PythonCodeWriter code, boolean wanted, String name) {
        if (wanted) {
            code.blankLines().append(PythonLiterals.resource(name));
        }
    }

    private boolean has(Class<? extends LayerSpec> kind) {
        return Game.of(spec).players().stream()
                .map(PlayerSpec::network)
                .flatMap(network -> network.layers().stream())
                .anyMatch(kind::isInstance);
    }

    private String top() {
        PythonCodeWriter code = new PythonCodeWriter();
        if (preset == null) {
            code.line(String.format(Locale.ROOT, "\"\"\"A GAN as it stood after %d steps.", step));
        } else {
            boolean changed = !preset.spec().equals(spec);
            code.line(String.format(
                            Locale.ROOT,
                            "\"\"\"%s as it stood after %d steps%s.",
                            PythonLiterals.singleLine(preset.name()),
                            step,
                            changed ? ", with settings changed since it was the preset" : ""))
                    .line("")
                    .line(PythonLiterals.singleLine(preset.sentence()))
                    .line(String.format(Locale.ROOT, "From: %s.", PythonLiterals.singleLine(preset.paper())));
        }
        if (!spec.game().takesLatents()) {
            return code.line("")
                    .line("The weights are in the .npz of the same name beside this file. Examples of --data FILE are")
                    .line("translated with them; --train STEPS trains further first.")
                    .line("\"\"\"")
                    .toString();
        }
        return code.line("")
                .line("The weights are in the .npz of the same name beside this file. Without options the grid of"
                        + " fixed")
                .line("latents is rendered with them; --train STEPS --data FILE trains further first.")
                .line("\"\"\"")
                .toString();
    }

    private String constants() {
        PythonCodeWriter code = new PythonCodeWriter()
                .line(String.format(Locale.ROOT, "STEP = %d  # steps taken so far", step))
                .lineIf(
                        spec.game().takesLatents(),
                        String.format(Locale.ROOT, "LATENT = %d  # width of z", spec.latentDim()))
                .line(String.format(
                        Locale.ROOT,
                        "IMAGE = %s  # %s",
                        PythonLiterals.shape(spec.image()),
                        spec.image().isPoint() ? "x and y" : "channels, height, width"))
                .line(String.format(Locale.ROOT, "CLASSES = %d", spec.conditional() ? spec.classes() : 0))
                .line(String.format(Locale.ROOT, "BATCH = %d", spec.training().batch()))
                .line(String.format(
                        Locale.ROOT,
                        "AVERAGES = %s  # whether G's weights are averaged",
                        PythonLiterals.bool(spec.training().averagesWeights())));
        code.lineIf(
                spec.training().averagesWeights(),
                "AVERAGE_DECAY = " + PythonLiterals.number(spec.training().emaDecay()));
        code.lineIf(
                RegularizerSettings.SMOOTHING.get(spec) > 0,
                String.format(
                        Locale.ROOT,
                        "SMOOTHING = %s  # one-sided label smoothing (Salimans et al. 2016, 1606.03498)",
                        PythonLiterals.number(RegularizerSettings.SMOOTHING.get(spec))));
        spec.regularizer(Regularizer.Augmentation.class)
                .ifPresent(kinds -> code.line(String.format(
                        Locale.ROOT,
                        "TRANSLATION, CUTOUT, COLOUR = %s, %s, %s",
                        PythonLiterals.bool(kinds.translation()),
                        PythonLiterals.bool(kinds.cutout()),
                        PythonLiterals.bool(kinds.colour()))));
        spec.regularizer(Regularizer.Diffusion.class)
                .ifPresent(diffusion -> code.line(String.format(
                        Locale.ROOT,
                        "DIFFUSION_STEPS, DIFFUSION_NOISE, DIFFUSION_TARGET, DIFFUSION_WEIGHTED = %d, %s, %s, %s",
                        diffusion.steps(),
                        PythonLiterals.number(diffusion.noise()),
                        PythonLiterals.number(diffusion.target()),
                        PythonLiterals.bool(diffusion.weighted()))));
        grid(code);
        code.append(GrowthText.constants(spec));
        return code.append(device()).toString();
    }

    private void grid(PythonCodeWriter code) {
        if (!spec.game().takesLatents()) {
            code.line(String.format(
                    Locale.ROOT,
                    "ROWS, COLUMNS, SCALE = %d, %d, %d  # of the examples, three images each",
                    EXAMPLE_ROWS,
                    EXAMPLE_COLUMNS,
                    Math.max(1, PAGE / (EXAMPLE_COLUMNS * spec.image().width()))));
            return;
        }
        int scale = Math.max(1, PAGE / (columns * spec.image().width()));
        code.lineIf(
                !spec.image().isPoint(),
                String.format(
                        Locale.ROOT,
                        "ROWS, COLUMNS, SCALE = %d, %d, %d  # of the grid of fixed latents",
                        rows,
                        columns,
                        scale));
        code.lineIf(
                spec.image().isPoint(),
                String.format(
                        Locale.ROOT,
                        "CENTRE, SCALE = np.array([%s, %s]), np.array([%s, %s])"
                                + "  # the networks take (data - CENTRE) / SCALE",
                        Double.toString(points.centreX()),
                        Double.toString(points.centreY()),
                        Double.toString(points.scaleX()),
                        Double.toString(points.scaleY())));
    }

    private static String device() {
        return "DEVICE = torch.device(\"cuda\" if torch.cuda.is_available() else \"cpu\")\n";
    }
}
