package org.motorpool.dispatch;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** New identities: UUIDv7, so that they sort by time. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
