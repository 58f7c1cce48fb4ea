package org.motorpool.telematics.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where bytes lie that are too large for the database. Keys are made by us alone and say what the content is. Blocking. */
interface ObjectStore {

    /**
     * Takes the file over and returns when its content is durable under the key. What lies there already has the same
     * content and stays; so the caller may repeat a failed or doubtful call.
     */
    void put(String key, Path file) throws IOException;

    /** The content under the key; the caller closes it. */
    InputStream open(String key) throws IOException;
}
