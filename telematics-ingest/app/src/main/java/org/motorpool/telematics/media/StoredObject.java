package org.motorpool.telematics.media;

import java.util.UUID;

/**
 * Bytes as they lie in the object store.
 *
 * @param sha256 hex
 */
record StoredObject(String key, ContentType type, long size_bytes, String sha256) {

    /** The same content of one vehicle has one key, however often it is sent; a terminal's names are no part of it. */
    static String key(UUID vehicleId, String sha256) {
        return "%s/%s/%s".formatted(vehicleId, sha256.substring(0, 2), sha256);
    }
}
