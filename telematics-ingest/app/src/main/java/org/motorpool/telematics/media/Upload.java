package org.motorpool.telematics.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;

/** One attachment on its way: a sparse file and what of it is written. Outlives the connection that brings it. Blocking. */
final class Upload {

    /** Separate pieces of a file: a terminal writes from the beginning to the end, with few gaps. */
    private static final int RANGES_MAX = 1000;

    private final AttachedFile file;
    private final Path path;
    private final Ranges written = new Ranges(RANGES_MAX);
    /** Two connections may bring the same file: the old one of a terminal is not always known to be dead. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile Instant touched;
    private @Nullable StoredObject object;
    private @Nullable MediaStored told;

    Upload(AttachedFile file, Path path, Instant now) {
        this.file = file;
        this.path = path;
        this.touched = now;
    }

    /** The last step: makes an object of the file, or a row of the object. */
    interface Step<I, O> {
        O take(I input) throws Exception;
    }

    boolean of(AttachedFile other) {
        return file.equals(other);
    }

    boolean untouchedSince(Instant time) {
        return touched.isBefore(time);
    }

    /** Writes a piece; answers why it is refused, or nothing. */
    Optional<RefusedMedia> write(long offset, ByteBuffer piece, Instant now) throws IOException {
        long end = offset + piece.remaining();
        if (offset < 0 || end > file.size_bytes()) {
            return Optional.of(RefusedMedia.OUTSIDE);
        }
        lock.lock();
        try {
            touched = now;
            if (object != null || !piece.hasRemaining()) {
                return Optional.empty();
            }
            if (!written.hasRoom(offset, piece.remaining())) {
                return Optional.of(RefusedMedia.SCATTERED);
            }
            Spool.write(path, offset, piece);
            written.add(offset, piece.remaining());
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The first pieces that are missing. */
    List<FileRange> missing(int most) {
        lock.lock();
        try {
            return object != null ? List.of() : written.missing(file.size_bytes(), most);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the whole file; what was done in an earlier attempt is not done again. */
    MediaStored finish(Step<Path, StoredObject> keep, Step<StoredObject, MediaStored> add, Instant now)
            throws Exception {
        lock.lock();
        try {
            touched = now;
            if (object == null) {
                object = keep.take(path);
            }
            if (told == null) {
                told = add.take(object);
            }
            return told;
        } finally {
            lock.unlock();
        }
    }

    void discard() {
        Spool.discard(path);
    }
}
