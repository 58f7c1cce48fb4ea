package org.motorpool.telematics.gateway;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.motorpool.telematics.contract.TelematicsEvent;

/** Where the gateway's events become durable; each assembly brings one. */
public interface EventLog {

    /**
     * Makes the events durable, in the order of the calls for each vehicle. Must not block: event loops call it.
     *
     * @return completes, on any thread, when all events are durable; only then terminals are acknowledged. When it
     *     fails nothing is acknowledged, and terminals send again what they keep.
     */
    CompletionStage<Void> append(List<TelematicsEvent> events);
}
