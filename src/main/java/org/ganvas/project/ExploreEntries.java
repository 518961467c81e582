package org.ganvas.project;

import static org.ganvas.project.ProjectDocumentChecks.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.session.run.ExploreLatents;
import org.ganvas.session.run.LatentPoint;

/** Latents in use on the Explore screen as entries of a project, to and from its JSON. Pure functions, any thread. */
final class ExploreEntries {

    /** Place of the current latent, which is in no slot. */
    private static final int CURRENT = -1;

    private ExploreEntries() {}

    /**
     * A latent in use.
     *
     * @param slot from 0; -1 for the current latent
     * @param latent in units of sigma
     * @param classWeights one a class, or none
     * @param truncation factor of the latent
     * @param style edits of its style; one or none
     */
    record ExploreEntry(int slot, float[] latent, float[] classWeights, double truncation, List<StyleEdits> style) {
        ExploreEntry {
            style = List.copyOf(style);
        }
    }

    static List<ExploreEntry> of(ExploreLatents inUse) {
        List<ExploreEntry> entries = new ArrayList<>();
        if (inUse.current() != null) {
            entries.add(entry(CURRENT, inUse.current()));
        }
        new TreeMap<>(inUse.slots()).forEach((slot, point) -> entries.add(entry(slot, point)));
        return entries;
    }

    private static ExploreEntry entry(int slot, LatentPoint point) {
        return new ExploreEntry(
                slot, point.latent(), point.classWeights(), point.truncation(), StyleEntries.of(point.style()));
    }

    /** Checks that the latents fit the spec, and that no two are in the same place. */
    static void check(List<ExploreEntry> entries, GanSpec spec) throws IOException {
        require(entries.isEmpty() || spec.game().takesLatents(), "project.explore.latent");
        Set<Integer> places = new HashSet<>();
        for (ExploreEntry each : entries) {
            require(
                    each.slot() >= CURRENT && each.slot() < ExploreLatents.SLOTS && places.add(each.slot()),
                    "project.explore.slots");
            require(BookmarkEntries.isLatent(each.latent(), spec.latentDim()), "project.explore.latent");
            require(
                    BookmarkEntries.isLatent(each.classWeights(), spec.conditional() ? spec.classes() : 0),
                    "project.explore.classes");
            require(each.truncation() >= 0 && each.truncation() <= 2, "project.explore.truncation");
            StyleEntries.check(each.style(), spec);
        }
    }

    static ExploreLatents read(List<ExploreEntry> entries) {
        Map<Integer, LatentPoint> all = new TreeMap<>();
        for (ExploreEntry each : entries) {
            all.put(
                    each.slot(),
                    new LatentPoint(
                            each.latent(), each.classWeights(), each.truncation(), StyleEntries.read(each.style())));
        }
        LatentPoint current = all.remove(CURRENT);
        return new ExploreLatents(current, all);
    }
}
