package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import org.motorpool.dispatch.contract.FederationMessage.Envelope;

/**
 * Where messages to another authority go: to the same installation, or over the network to another. Delivery is at least once and
 * in no order; who receives sorts that out.
 */
public interface PeerPlatform {

    /** Deliver one message; completes when the other side has it for good, fails when it may not have it. */
    Uni<Void> deliver(Envelope message);
}
