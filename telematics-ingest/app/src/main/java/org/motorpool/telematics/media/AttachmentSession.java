package org.motorpool.telematics.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;

/**
 * The conversation with a terminal that brings the attachments of one alarm after the other. Blocking; one thread at a
 * time. What is refused is counted here; an exception means that the terminal should try again.
 */
public final class AttachmentSession {

    /** So many fit in one frame of 0x9212 beside the longest name; not every terminal puts a split message together. */
    private static final int MISSING_MAX = 95;

    /** Some terminals bring more files than they announce. */
    private static final int FILES_AT_LEAST = 16;

    private final AttachmentService service;
    private @Nullable AttachmentRequest request;

    AttachmentSession(AttachmentService service) {
        this.service = service;
    }

    /** What became of a file. */
    public sealed interface Finished {

        /** It is stored; the event is still to be told. */
        record Whole(MediaStored event) implements Finished {}

        /** These pieces are to be sent again; there may be more. */
        record Missing(List<FileRange> pieces) implements Finished {
            public Missing {
                pieces = List.copyOf(pieces);
            }
        }

        /** It was never begun. */
        record Unknown() implements Finished {}
    }

    /** 0x1210: whether this terminal was asked for the attachments of the alarm. */
    public boolean open(String phone, String number) throws SQLException {
        Instant now = service.now();
        Instant since = now.minus(service.config().requestValidity());
        Optional<AttachmentRequest> found = service.table().open(phone, number, since, now);
        request = found.orElse(null);
        if (found.isEmpty()) {
            service.metrics().refused(RefusedMedia.UNKNOWN_ALARM);
        }
        return found.isPresent();
    }

    /** 0x1211: whether pieces of the file may come. */
    public boolean begin(String phone, AttachedFile file) throws IOException, SQLException {
        Optional<RefusedMedia> refusal = refusal(phone, file);
        refusal.ifPresent(service.metrics()::refused);
        return refusal.isEmpty();
    }

    private Optional<RefusedMedia> refusal(String phone, AttachedFile file) throws IOException, SQLException {
        if (request == null || !request.alarm().phone().equals(phone)) {
            return Optional.of(RefusedMedia.UNKNOWN_ALARM);
        }
        SafetyAlarm alarm = request.alarm();
        if (file.size_bytes() < 0
                || file.size_bytes() > service.config().objectMax().asLongValue()) {
            return Optional.of(RefusedMedia.TOO_LARGE);
        }
        if (service.media().overQuota(alarm.vehicleId(), file.size_bytes(), service.now())) {
            return Optional.of(RefusedMedia.QUOTA);
        }
        int most = Math.max(FILES_AT_LEAST, alarm.attachments());
        return service.uploads().begin(request.number(), file, most).isPresent()
                ? Optional.empty()
                : Optional.of(RefusedMedia.TOO_MANY);
    }

    /** A data packet, or a piece of one; answers whether the terminal was let in. */
    public boolean write(String shortName, long offset, ByteBuffer piece) throws IOException {
        Optional<Upload> upload = find(shortName);
        Optional<RefusedMedia> refusal = upload.isPresent()
                ? upload.get().write(offset, piece, service.now())
                : Optional.of(RefusedMedia.UNKNOWN_FILE);
        refusal.ifPresent(service.metrics()::refused);
        return request != null;
    }

    /** 0x1212: the file should be whole now. A file of another size or kind than announced is none that was begun. */
    public Finished finish(String phone, AttachedFile file) throws Exception {
        Optional<Upload> found = find(file.shortName()).filter(upload -> upload.of(file));
        if (request == null || !request.alarm().phone().equals(phone) || found.isEmpty()) {
            service.metrics().refused(RefusedMedia.UNKNOWN_FILE);
            return new Finished.Unknown();
        }
        Upload upload = found.get();
        List<FileRange> missing = upload.missing(MISSING_MAX);
        if (!missing.isEmpty()) {
            return new Finished.Missing(missing);
        }
        return new Finished.Whole(store(upload, new Attachment(request, file, service.now())));
    }

    private Optional<Upload> find(String shortName) {
        return request == null ? Optional.empty() : service.uploads().find(request.number(), shortName);
    }

    private MediaStored store(Upload upload, Attachment attachment) throws Exception {
        UUID vehicleId = attachment.request().alarm().vehicleId();
        return upload.finish(
                (Path path) -> service.vault().keep(vehicleId, path), object -> add(attachment, object), service.now());
    }

    private MediaStored add(Attachment attachment, StoredObject object) throws SQLException {
        UUID id = service.table().add(attachment, object);
        service.metrics().stored(attachment.file().kind(), attachment.claimedType(), object);
        return attachment.stored(id);
    }
}
