package org.motorpool.telematics.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.AlarmRaised;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;
import org.motorpool.telematics.contract.TelematicsEvent.SafetyAlarmRaised;

/**
 * Events that one caller handed in together, and the promise to tell when they are committed.
 *
 * @param size number of all events, also of those that leave no row
 */
record Submission(int size, List<PositionReported> positions, Alarms alarms, CompletableFuture<Void> done) {

    static Submission of(List<? extends TelematicsEvent> events) {
        List<PositionReported> positions = new ArrayList<>();
        List<AlarmRaised> flags = new ArrayList<>();
        List<SafetyAlarmRaised> safety = new ArrayList<>();
        for (TelematicsEvent event : events) {
            switch (event) {
                case PositionReported position -> positions.add(position);
                case AlarmRaised alarm -> flags.add(alarm);
                case SafetyAlarmRaised alarm -> safety.add(alarm);
                case TelematicsEvent.TerminalConnected _ -> {}
                case TelematicsEvent.TerminalDisconnected _ -> {}
                case TelematicsEvent.CommandAnswered _ -> {}
                case TelematicsEvent.MediaStored _ -> {}
            }
        }
        return new Submission(
                events.size(), List.copyOf(positions), new Alarms(flags, safety), new CompletableFuture<>());
    }
}
