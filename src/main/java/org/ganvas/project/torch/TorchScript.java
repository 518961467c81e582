package org.ganvas.project.torch;

import java.util.List;
import org.ganvas.engine.spec.AttentionLayerSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NormLayerSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.jspecify.annotations.Nullable;

/**
 * A PyTorch program for one GAN. Pure, any thread.
 *
 * @param spec networks, game and training
 * @param preset what the run was started from, for the comment at the top; null where that is not known
 * @param step steps taken so far
 * @param rows of the grid of fixed latents
 * @param columns of the grid
 */
public record TorchScript(GanSpec spec, @Nullable Preset preset, long step, int rows, int columns) {

    /** Pixels across that a grid is magnified to, about. */
    private static final int PAGE = 640;

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

    /**
     * The whole program.
     *
     * @throws org.ganvas.engine.spec.SpecException that names what cannot be written, in one sentence
     */
    public String text() {
        if (spec.loss().encodes()) {
            throw new SpecException(
                    "A PyTorch script is written for games of two networks, and this run is an autoencoder; nothing"
                            + " was written. Its decoder and encoder can be exported as Deeplearning4j models, all its"
                            + " arrays for NumPy.");
        }
        boolean spectral = spec.regularizer(Regularizer.SpectralNorm.class).isPresent();
        TorchModuleWriter generator = GeneratorText.write(spec);
        TorchModuleWriter discriminator = DiscriminatorText.write(spec);
        PythonWriter code = new PythonWriter().raw(top()).line("").raw(IMPORTS);
        code.lineIf(spectral, "from torch.nn.utils import parametrize").line("").raw(constants());
        code.gap().line("# ---- Networks ----");
        part(code, spectral, "spectral");
        part(code, has(AttentionLayerSpec.class), "attention");
        part(code, has(NormLayerSpec.MinibatchDeviation.class), "deviation");
        code.gap().raw(GeneratorText.of(spec, generator));
        code.gap().raw(DiscriminatorText.of(spec, discriminator));
        code.gap().line("# Which array of the .npz fills which parameter.");
        code.raw(generator.arrays("GENERATOR_ARRAYS")).raw(discriminator.arrays("DISCRIMINATOR_ARRAYS"));
        code.gap().line("# ---- The game ----").gap().raw(LossText.functions(spec));
        code.gap().raw(new TrainingLoopText(spec).functions());
        code.gap().raw(PythonLiterals.part("files"));
        code.gap().raw(PythonLiterals.part(spec.image().isPoint() ? "points" : "pictures"));
        code.gap().raw(PythonLiterals.part("data")).gap().raw(PythonLiterals.part("main"));
        return code.toString();
    }

    private static void part(PythonWriter code, boolean wanted, String name) {
        if (wanted) {
            code.gap().raw(PythonLiterals.part(name));
        }
    }

    private boolean has(Class<? extends LayerSpec> kind) {
        return List.of(spec.generator(), spec.discriminator()).stream()
                .flatMap(network -> network.layers().stream())
                .anyMatch(kind::isInstance);
    }

    private String top() {
        PythonWriter code = new PythonWriter();
        if (preset == null) {
            code.line("\"\"\"A GAN as it stood after %d steps.".formatted(step));
        } else {
            boolean changed = !preset.spec().equals(spec);
            code.line("\"\"\"%s as it stood after %d steps%s."
                            .formatted(
                                    PythonLiterals.prose(preset.name()),
                                    step,
                                    changed ? ", with settings changed since it was the preset" : ""))
                    .line("")
                    .line(PythonLiterals.prose(preset.sentence()))
                    .line("From: %s.".formatted(PythonLiterals.prose(preset.paper())));
        }
        return code.line("")
                .line("The weights stand in the .npz of the same name beside this file. Without options the grid of"
                        + " fixed")
                .line("latents is drawn with them; --train STEPS --data FILE trains on first.")
                .line("\"\"\"")
                .toString();
    }

    private String constants() {
        PythonWriter code = new PythonWriter()
                .line("STEP = %d  # steps taken so far".formatted(step))
                .line("LATENT = %d  # width of z".formatted(spec.latentDim()))
                .line("IMAGE = %s  # %s"
                        .formatted(
                                PythonLiterals.shape(spec.image()),
                                spec.image().isPoint() ? "x and y" : "channels, height, width"))
                .line("CLASSES = %d".formatted(spec.conditional() ? spec.classes() : 0))
                .line("BATCH = %d".formatted(spec.training().batch()))
                .line("AVERAGES = %s  # whether G's weights are averaged"
                        .formatted(PythonLiterals.bool(spec.training().averagesWeights())));
        code.lineIf(
                spec.training().averagesWeights(),
                "AVERAGE_DECAY = " + PythonLiterals.number(spec.training().emaDecay()));
        code.lineIf(
                RegularizerSettings.SMOOTHING.get(spec) > 0,
                "SMOOTHING = %s  # one-sided label smoothing (Salimans et al. 2016, 1606.03498)"
                        .formatted(PythonLiterals.number(RegularizerSettings.SMOOTHING.get(spec))));
        spec.regularizer(Regularizer.Augmentation.class)
                .ifPresent(kinds -> code.line("TRANSLATION, CUTOUT, COLOUR = %s, %s, %s"
                        .formatted(
                                PythonLiterals.bool(kinds.translation()),
                                PythonLiterals.bool(kinds.cutout()),
                                PythonLiterals.bool(kinds.colour()))));
        int scale = Math.max(1, PAGE / (columns * spec.image().width()));
        code.lineIf(
                !spec.image().isPoint(),
                "ROWS, COLUMNS, SCALE = %d, %d, %d  # of the grid of fixed latents".formatted(rows, columns, scale));
        return code.line("DEVICE = torch.device(\"cuda\" if torch.cuda.is_available() else \"cpu\")")
                .toString();
    }
}
