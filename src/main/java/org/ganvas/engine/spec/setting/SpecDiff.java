package org.ganvas.engine.spec.setting;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/**
 * Difference of two specs: what a run can take between two steps, and what needs networks or an optimizer of its own and
 * so a new start. Pure, any thread.
 *
 * @param live parts that differ and can change while a run trains
 * @param fresh parts that differ and need a new start
 */
public record SpecDiff(List<SpecPart> live, List<SpecPart> fresh) {

    public SpecDiff {
        live = List.copyOf(live);
        fresh = List.copyOf(fresh);
    }

    public static SpecDiff between(GanSpec old, GanSpec wanted) {
        Set<SpecPart> parts = EnumSet.noneOf(SpecPart.class);
        for (Setting<?> setting : SettingRegistry.all()) {
            if (!setting.find(old).equals(setting.find(wanted))) {
                parts.add(setting.part());
            }
        }
        if (!structure(old).equals(structure(wanted))) {
            parts.add(SpecPart.NETWORKS);
        }
        if (old.training().averagesWeights() != wanted.training().averagesWeights()) {
            parts.add(SpecPart.AVERAGING);
        }
        return new SpecDiff(
                parts.stream().filter(SpecPart::live).toList(),
                parts.stream().filter(part -> !part.live()).toList());
    }

    /** Parts of a spec that no setting sets. */
    private static List<Object> structure(GanSpec spec) {
        return List.of(
                spec.game().structure(),
                spec.image(),
                spec.classes(),
                spec.generator().layers(),
                spec.discriminator().layers());
    }

    /**
     * @throws SpecException if a run under one spec cannot continue under the other; the message names what differs
     */
    public static void require(GanSpec old, GanSpec wanted) {
        SpecDiff change = between(old, wanted);
        if (!change.possible()) {
            Message parts =
                    Message.list(change.fresh().stream().map(SpecPart::refused).toList());
            throw new SpecException(Message.of("engine.spec.change.needsNewStart", parts));
        }
    }

    /** Whether a run can continue under the other spec. */
    public boolean possible() {
        return fresh.isEmpty();
    }

    /** Whether nothing differs that training depends on. */
    public boolean isEmpty() {
        return live.isEmpty() && fresh.isEmpty();
    }
}
