package org.motorpool.telematics.boot;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.gateway.EventLog;
import org.motorpool.telematics.recorder.PositionWriter;

/** Durable means committed by the real writer; remembers what became durable, in order. */
@Alternative
@Singleton
public class TableEventLog implements EventLog {

    private final PositionWriter writer;
    private final List<TelematicsEvent> durable = new CopyOnWriteArrayList<>();

    TableEventLog(PositionWriter writer) {
        this.writer = writer;
    }

    @Override
    public CompletionStage<Void> append(List<TelematicsEvent> events) {
        return writer.submit(events).thenRun(() -> durable.addAll(events));
    }

    public List<TelematicsEvent> durable() {
        return List.copyOf(durable);
    }
}
