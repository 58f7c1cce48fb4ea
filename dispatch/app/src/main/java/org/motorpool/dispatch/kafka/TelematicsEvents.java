package org.motorpool.dispatch.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.tracking.TrackingService;
import org.motorpool.telematics.contract.TelematicsEvent;

@ApplicationScoped
class TelematicsEvents {

    private static final Logger LOG = Logger.getLogger(TelematicsEvents.class);

    private final TrackingService tracking;
    private final ObjectMapper json;

    TelematicsEvents(TrackingService tracking, ObjectMapper json) {
        this.tracking = tracking;
        this.json = json;
    }

    @Incoming("telematics-event")
    void on(List<String> records) {
        records.forEach(this::on);
    }

    private void on(String record) {
        try {
            tracking.on(json.readValue(record, TelematicsEvent.class));
        } catch (JsonProcessingException unreadable) {
            LOG.error("unreadable telematics event skipped", unreadable);
        }
    }
}
