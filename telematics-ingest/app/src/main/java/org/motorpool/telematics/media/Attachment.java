package org.motorpool.telematics.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;

/** A file that belongs to an alarm. */
record Attachment(AttachmentRequest request, AttachedFile file, Instant receivedAt) {

    /** The terminal's name of the file, as far as it can do no harm. */
    String name() {
        return FileNames.plain(file.name());
    }

    /** When the alarm rose, else when its position was reported, as far as these can be true. */
    Instant takenAt() {
        SafetyAlarm alarm = request.alarm();
        Instant raisedAt = alarm.raisedAt();
        return Times.taken(raisedAt == null ? alarm.position().reportedAt() : raisedAt, receivedAt);
    }

    /** What the ending of its name promises. */
    @Nullable
    String claimedType() {
        return ContentType.ofName(name()).map(ContentType::mime).orElse(null);
    }

    MediaStored stored(UUID id) {
        SafetyAlarm alarm = request.alarm();
        return new MediaStored(
                id, alarm.vehicleId(), receivedAt, id, file.kind(), takenAt(), alarm.position(), request.told());
    }
}
