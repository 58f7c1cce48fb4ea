package org.motorpool.telematics.media;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Files that are not objects yet; beside the objects, so that one becomes an object by a rename. Blocking. */
@Singleton
class Spool {

    private static final Logger LOG = Logger.getLogger(Spool.class);

    private final Path folder;

    @Inject
    Spool(MediaConfig config) {
        this(config.folder());
    }

    Spool(Path folder) {
        this.folder = folder.resolve("incoming").toAbsolutePath().normalize();
    }

    /** What an earlier run left here nobody can finish: which ranges of it are written is forgotten. */
    void clear(@Observes StartupEvent event) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warnf("the folder of incoming media was not cleared: %s", e.getMessage());
        }
    }

    /** A new empty file. */
    Path create() throws IOException {
        Files.createDirectories(folder);
        return Files.createFile(folder.resolve(UUID.randomUUID().toString()));
    }

    /** A new file with these bytes. */
    Path write(ByteBuffer content) throws IOException {
        Path file = create();
        try {
            write(file, 0, content);
            return file;
        } catch (IOException e) {
            discard(file);
            throw e;
        }
    }

    /** Writes the bytes at their offset; a gap before them reads as zeros. */
    static void write(Path file, long offset, ByteBuffer content) throws IOException {
        ByteBuffer left = content.duplicate();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long at = offset;
            while (left.hasRemaining()) {
                at += channel.write(left, at);
            }
        }
    }

    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("a file of incoming media was left behind: %s", e.getMessage());
        }
    }
}
