package org.motorpool.dispatch.federation;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.motorpool.dispatch.contract.FederationMessage.Envelope;

/** The other authority is in this installation: its inbox is the next room. */
@Singleton
@DefaultBean
public class SameInstallation implements PeerPlatform {

    private final Inbox inbox;

    SameInstallation(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Uni<Void> deliver(Envelope message) {
        return inbox.receive(message);
    }
}
