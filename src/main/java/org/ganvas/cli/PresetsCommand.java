package org.ganvas.cli;

import java.util.Locale;
import org.ganvas.cli.support.CliContext;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import picocli.CommandLine.Command;

/** The command {@code ganvas presets}. Its output does not depend on the language. */
@Command(
        name = "presets",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        description = "Lists the presets, one per line: name, minutes until it looks good, size, what to expect.",
        footer = {"", "Example:", "  ganvas presets"})
final class PresetsCommand implements Runnable {

    private final CliContext context;

    PresetsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        int width = PresetRegistry.all().stream()
                .mapToInt(preset -> preset.id().length())
                .max()
                .orElse(0);
        for (Preset preset : PresetRegistry.all()) {
            GanSpec spec = preset.spec();
            context.out()
                    .printf(
                            Locale.ROOT,
                            "%-" + width + "s  %4.0f min  %5.2f M weights  %s%n",
                            preset.id(),
                            preset.minutes(),
                            (spec.generatorParameters() + spec.discriminatorParameters()) / 1e6,
                            preset.sentence());
        }
    }
}
