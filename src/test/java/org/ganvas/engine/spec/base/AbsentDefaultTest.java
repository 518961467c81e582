package org.ganvas.engine.spec.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.junit.jupiter.api.Test;

/** A component that is younger than a file. */
class AbsentDefaultTest {

    private record Inner(int a, @AbsentDefault("7") int b) {}

    private record Outer(
            int required,
            @AbsentDefault("0.25") double decay,
            @AbsentDefault("[]") List<String> names,
            @AbsentDefault("{\"a\":3}") Inner inner,
            @AbsentDefault("\"ADAM\"") OptimizerSpec.Kind kind) {}

    @Test
    void absentComponentsHaveTheirDefault() {
        assertEquals(new Outer(1, 0.25, List.of(), new Inner(3, 7), OptimizerSpec.Kind.ADAM), read("{\"required\":1}"));
    }

    @Test
    void presentComponentsAreTakenFromTheFile() {
        Outer outer = new Outer(1, 0.5, List.of("x"), new Inner(4, 5), OptimizerSpec.Kind.SGD);
        assertEquals(outer, GanSpecJson.read(GanSpecJson.write(outer), Outer.class));
    }

    @Test
    void othersAreStillRequired() {
        assertThrows(SpecException.class, () -> read("{\"decay\":1}"));
        assertThrows(SpecException.class, () -> read("{\"required\":1,\"inner\":{}}"));
    }

    @Test
    void unknownAndNullComponentsAreStillRefused() {
        assertThrows(SpecException.class, () -> read("{\"required\":1,\"other\":1}"));
        assertThrows(SpecException.class, () -> read("{\"required\":1,\"decay\":null}"));
    }

    private static Outer read(String json) {
        return GanSpecJson.read(json.getBytes(StandardCharsets.UTF_8), Outer.class);
    }
}
