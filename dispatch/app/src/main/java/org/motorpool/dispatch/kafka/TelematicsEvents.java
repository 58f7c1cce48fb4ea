package org.motorpool.dispatch.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.motorpool.dispatch.tracking.TrackingService;
import org.motorpool.telematics.contract.TelematicsEvent;

@Singleton
class TelematicsEvents {

    private final TrackingService tracking;
    private final StreamReader reader;

    TelematicsEvents(TrackingService tracking, StreamReader reader) {
        this.tracking = tracking;
        this.reader = reader;
    }

    @Incoming("telematics-event")
    void on(List<String> records) {
        records.forEach(
                record -> reader.findEvent(TelematicsEvent.class, record).ifPresent(tracking::on));
    }
}
