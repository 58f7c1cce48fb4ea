package org.motorpool.telematics.recorder;

import java.util.List;
import java.util.stream.Stream;
import org.motorpool.telematics.contract.TelematicsEvent.AlarmRaised;
import org.motorpool.telematics.contract.TelematicsEvent.SafetyAlarmRaised;

/**
 * Alarms that rose with positions.
 *
 * @param flags those of the standard
 * @param safety those of active-safety equipment
 */
record Alarms(List<AlarmRaised> flags, List<SafetyAlarmRaised> safety) {

    static final Alarms NONE = new Alarms(List.of(), List.of());

    Alarms {
        flags = List.copyOf(flags);
        safety = List.copyOf(safety);
    }

    static Alarms of(Stream<Alarms> several) {
        List<Alarms> all = several.toList();
        return new Alarms(
                all.stream().flatMap(alarms -> alarms.flags.stream()).toList(),
                all.stream().flatMap(alarms -> alarms.safety.stream()).toList());
    }

    boolean isEmpty() {
        return flags.isEmpty() && safety.isEmpty();
    }
}
