package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.motorpool.dispatch.contract.FederationMessage.Envelope;

/**
 * The other authority behind a bad line. While it is bad, the first attempt at every other message is lost, and of the rest the receipt
 * is: so messages come late, twice, and out of order.
 */
@ApplicationScoped
public class UnreliablePeer implements PeerPlatform {

    private final SameInstallation peer;
    private final Set<UUID> tried = ConcurrentHashMap.newKeySet();
    private volatile boolean bad;

    UnreliablePeer(SameInstallation peer) {
        this.peer = peer;
    }

    void turnBad(boolean on) {
        bad = on;
    }

    @Override
    public Uni<Void> deliver(Envelope message) {
        if (!bad || !tried.add(message.messageId())) {
            return peer.deliver(message);
        }
        Uni<Void> lost = Uni.createFrom().failure(new IllegalStateException("the line is bad"));
        return message.serial() % 2 == 1 ? lost : peer.deliver(message).chain(() -> lost);
    }
}
