package org.ganvas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MemoryTuningTest {

    /** Virtual machine whose options were set by the user, or not. */
    private static final class FakeMachine implements HotSpotDiagnosticMXBean {
        private final Map<String, String> set = new LinkedHashMap<>();
        private final List<String> unknown;
        private final List<String> ofUser;

        FakeMachine(List<String> unknown, List<String> ofUser) {
            this.unknown = unknown;
            this.ofUser = ofUser;
        }

        @Override
        public VMOption getVMOption(String name) {
            if (unknown.contains(name)) {
                throw new IllegalArgumentException("VM option \"" + name + "\" does not exist");
            }
            VMOption.Origin origin = ofUser.contains(name) ? VMOption.Origin.VM_CREATION : VMOption.Origin.DEFAULT;
            return new VMOption(name, "0", true, origin);
        }

        @Override
        public void setVMOption(String name, String value) {
            set.put(name, value);
        }

        @Override
        public void dumpHeap(String file, boolean live) {
            throw new UnsupportedOperationException(file);
        }

        @Override
        public List<VMOption> getDiagnosticOptions() {
            return List.of();
        }

        @Override
        public ObjectName getObjectName() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void virtualMachineOfThisTestTakesTheLimits() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        MemoryTuning.limitFreeHeap(machine);
        assertEquals("15", machine.getVMOption("MinHeapFreeRatio").getValue());
        assertEquals("30", machine.getVMOption("MaxHeapFreeRatio").getValue());
    }

    @Test
    void optionsOfTheUserStay() {
        FakeMachine machine = new FakeMachine(List.of(), List.of("MaxHeapFreeRatio"));
        MemoryTuning.limitFreeHeap(machine);
        assertEquals(Map.of("MinHeapFreeRatio", "15"), machine.set);
    }

    @Test
    void unknownOptionDoesNotKeepTheOtherFromBeingSet() {
        FakeMachine machine = new FakeMachine(List.of("MinHeapFreeRatio"), List.of());
        MemoryTuning.limitFreeHeap(machine);
        assertEquals(Map.of("MaxHeapFreeRatio", "30"), machine.set);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nativeHeapIsTrimmed() {
        assertTrue(MemoryTuning.trimNativeHeap().contains("rim native heap"), MemoryTuning.trimNativeHeap());
    }
}
