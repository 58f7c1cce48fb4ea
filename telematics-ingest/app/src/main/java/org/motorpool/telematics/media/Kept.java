package org.motorpool.telematics.media;

import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;

/** What became of a medium that a terminal sent. */
public sealed interface Kept {

    /** Its bytes and its row are durable; the event is still to be told. */
    record Stored(MediaStored event) implements Kept {}

    /** It was not taken in, and will not be when it comes again. */
    record Refused(RefusedMedia reason) implements Kept {}
}
