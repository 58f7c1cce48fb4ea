package org.motorpool.telematics.gateway;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.AttachmentDownlink.RequestAttachments;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.MediaDownlink.MediaReply;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;
import org.motorpool.telematics.media.Kept;
import org.motorpool.telematics.media.RefusedMedia;

/**
 * Media of one connection: handed to who stores them, answered when they are durable and told of. Made when the first one
 * comes, as most connections never bring any. On the event loop only.
 */
final class MediaTraffic {

    private final Gateway gateway;
    private final MediaDesk desk;
    private final LoopInbox inbox;
    private final MediaLoad load;
    private final Peer peer;
    /** Null until the terminal brings attachments. */
    private @Nullable AttachmentTalk talk;

    MediaTraffic(Gateway gateway, LoopInbox inbox, Flow flow, Peer peer) {
        this.gateway = gateway;
        this.desk = gateway.mediaDesk();
        this.inbox = inbox;
        this.load = new MediaLoad(flow, desk.memory(), inbox);
        this.peer = peer;
    }

    /** The connection as media need it. */
    interface Peer {

        void send(Downlink message);

        /** The terminal showed that it was asked to come. */
        void recognise();

        void close(String reason);

        /** Where the terminal can bring attachments. */
        Optional<InetSocketAddress> attachmentAddress();
    }

    /** Asks for the attachments of an alarm, unless that was done before. */
    void ask(AttachmentCall call) {
        Optional<InetSocketAddress> to = peer.attachmentAddress();
        if (to.isEmpty()) {
            return;
        }
        desk.attachments()
                .ask(call.alarm())
                .whenComplete((number, failure) -> inbox.add(() -> {
                    if (failure == null && number.isPresent()) {
                        peer.send(new RequestAttachments(
                                to.get().getHostString(), to.get().getPort(), 0, call.id(), number.get()));
                    }
                }));
    }

    void attach(Header header, AttachmentUplink message) {
        talk().on(header, message);
    }

    void attach(Decoded.AttachmentData data) {
        talk().data(data);
    }

    private AttachmentTalk talk() {
        AttachmentTalk open = talk == null ? new AttachmentTalk(gateway, inbox, load, peer) : talk;
        talk = open;
        return open;
    }

    void announce(Effect.AnnounceMedia announced) {
        desk.media()
                .announce(announced.medium())
                .whenComplete((_, failure) -> inbox.add(() -> {
                    // no answer when the table failed: the terminal tells again
                    if (failure == null) {
                        peer.send(announced.answer());
                    }
                }));
    }

    void keep(Effect.KeepMedia kept) {
        if (desk.memory().full()) {
            desk.metrics().refused(RefusedMedia.MEMORY);
            return;
        }
        // the body is only lent
        byte[] bytes = kept.content().bytes();
        load.add(bytes.length);
        desk.media()
                .keep(kept.medium(), ByteBuffer.wrap(bytes))
                .thenCompose(outcome -> tell(kept, outcome))
                .whenComplete((answers, failure) -> inbox.add(() -> {
                    load.release(bytes.length);
                    // no answer when something failed: the terminal sends again
                    if (failure == null) {
                        answers.forEach(peer::send);
                    }
                }));
    }

    /** Completes, with what to answer, when the event is durable too. */
    private CompletionStage<List<Downlink>> tell(Effect.KeepMedia kept, Kept outcome) {
        return switch (outcome) {
            case Kept.Stored(MediaStored event) -> {
                List<TelematicsEvent> events = new ArrayList<>(kept.position());
                events.add(event);
                List<Downlink> answers = List.of(
                        kept.answer(SessionLogic.OK),
                        new MediaReply(kept.medium().terminalMediaId(), List.of()));
                yield gateway.append(events).thenApply(_ -> answers);
            }
            case Kept.Refused _ -> CompletableFuture.completedStage(List.of(kept.answer(SessionLogic.FAILED)));
        };
    }
}
