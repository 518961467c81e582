package org.ganvas.engine.spec.setting;

import java.util.Optional;
import org.ganvas.engine.spec.GameSpec;
import org.ganvas.engine.spec.GanSpec;

/**
 * A component of one kind of game; specs of other games lack it.
 *
 * @param game kind of the game
 * @param component name of the record component
 * @param type its type
 */
record GameAccess<T>(Class<? extends Record> game, String component, Class<T> type) implements SettingAccess<T> {

    private static final RecordPath GAME = RecordPath.of("game");

    GameAccess {
        RecordPath.of(component).requireType(game, type);
    }

    @Override
    public Optional<T> find(GanSpec spec) {
        return game.isInstance(spec.game())
                ? Optional.of(type.cast(RecordPath.of(component).get(game.cast(spec.game()))))
                : Optional.empty();
    }

    @Override
    public GanSpec with(GanSpec spec, T value) {
        if (!game.isInstance(spec.game())) {
            throw new IllegalArgumentException("no " + component + " in this game");
        }
        GameSpec changed = (GameSpec) RecordPath.of(component).with(game.cast(spec.game()), value);
        return GAME.with(spec, changed);
    }

    @Override
    public Optional<String> path(GanSpec spec) {
        return game.isInstance(spec.game()) ? Optional.of("game." + component) : Optional.empty();
    }
}
