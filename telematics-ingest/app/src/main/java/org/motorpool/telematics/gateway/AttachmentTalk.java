package org.motorpool.telematics.gateway;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motorpool.telematics.codec.AttachmentDownlink.FileReply;
import org.motorpool.telematics.codec.AttachmentDownlink.Gap;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.media.AttachedFile;
import org.motorpool.telematics.media.AttachmentSession;
import org.motorpool.telematics.media.AttachmentSession.Finished;
import org.motorpool.telematics.media.FileRange;

/**
 * The talk with a terminal that brings attachments: everything is done in the order in which it came, off the event loop,
 * and answered on it. On the event loop only.
 */
final class AttachmentTalk {

    private static final Logger LOG = Logger.getLogger(AttachmentTalk.class);
    private static final String UNASKED = "brings attachments that nobody asked for";
    private static final int WHOLE = 0;
    private static final int INCOMPLETE = 1;

    private final Gateway gateway;
    private final AttachmentSession session;
    private final LoopInbox inbox;
    private final MediaLoad load;
    private final MediaTraffic.Peer peer;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    AttachmentTalk(Gateway gateway, LoopInbox inbox, MediaLoad load, MediaTraffic.Peer peer) {
        this.gateway = gateway;
        this.session = gateway.mediaDesk().attachments().session();
        this.inbox = inbox;
        this.load = load;
        this.peer = peer;
    }

    /** A message; nothing is read until it is answered. */
    void on(Header header, AttachmentUplink message) {
        switch (message) {
            case AttachmentUplink.AttachmentList list -> open(header, list.alarmNumber());
            case AttachmentUplink.FileStarted(String name, int kind, long size) ->
                begin(header, new AttachedFile(name, kind, size));
            case AttachmentUplink.FileCompleted(String name, int kind, long size) ->
                finish(header, new AttachedFile(name, kind, size));
        }
    }

    private void open(Header header, String number) {
        step(() -> session.open(header.phone(), number), opened -> {
            answer(header, opened);
            if (opened) {
                peer.recognise();
            } else {
                peer.close(UNASKED);
            }
        });
    }

    private void begin(Header header, AttachedFile file) {
        step(() -> session.begin(header.phone(), file), begun -> answer(header, begun));
    }

    private void finish(Header header, AttachedFile file) {
        step(() -> session.finish(header.phone(), file), finished -> {
            switch (finished) {
                case Finished.Whole(var event) ->
                    gateway.append(List.of(event))
                            .whenComplete((_, failure) -> inbox.add(() -> {
                                // no answer when the log failed: the terminal ends the file again
                                if (failure == null) {
                                    peer.send(new FileReply(file.name(), file.type(), WHOLE, List.of()));
                                }
                            }));
                case Finished.Missing(List<FileRange> pieces) ->
                    peer.send(new FileReply(file.name(), file.type(), INCOMPLETE, gaps(pieces)));
                case Finished.Unknown() -> answer(header, false);
            }
        });
    }

    /** Data of a file, which nobody answers. */
    void data(Decoded.AttachmentData data) {
        // the body is only lent
        byte[] piece = data.body().bytes();
        load.add(piece.length);
        then(
                () -> session.write(data.name(), data.offset(), ByteBuffer.wrap(piece)),
                letIn -> {
                    load.release(piece.length);
                    if (!letIn) {
                        peer.close(UNASKED);
                    }
                },
                () -> load.release(piece.length));
    }

    private void answer(Header header, boolean done) {
        int result = done ? SessionLogic.OK : SessionLogic.FAILED;
        peer.send(new GeneralReply(header.serial(), header.messageId(), result));
    }

    private <T> void step(Callable<T> task, Consumer<T> answer) {
        load.begin();
        then(
                task,
                result -> {
                    load.end();
                    answer.accept(result);
                },
                load::end);
    }

    /** Does the task after those before it; what it answers, or that it failed, is dealt with on the event loop. */
    private <T> void then(Callable<T> task, Consumer<T> done, Runnable failed) {
        last = last.handleAsync((_, _) -> call(task), gateway.mediaDesk().threads())
                .whenComplete((result, failure) -> inbox.add(() -> {
                    if (failure == null) {
                        done.accept(result);
                    } else {
                        gateway.mediaDesk().metrics().failed();
                        LOG.debugf(failure, "an attachment was not written, its terminal keeps it");
                        failed.run();
                    }
                }));
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static List<Gap> gaps(List<FileRange> pieces) {
        return pieces.stream()
                .map(piece -> new Gap(piece.offset(), piece.length()))
                .toList();
    }
}
