package org.motorpool.telematics.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Objects are files below one folder, on one volume. An object is there whole or not at all, also after a power cut. */
@Singleton
class FolderObjectStore implements ObjectStore {

    private final Path objects;

    @Inject
    FolderObjectStore(MediaConfig config) {
        this(config.folder());
    }

    FolderObjectStore(Path folder) {
        this.objects = folder.resolve("objects").toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, Path file) throws IOException {
        Path target = resolve(key);
        Path folder = parent(target);
        makeDurable(folder);
        if (Files.exists(target)) {
            Files.delete(file);
        } else {
            force(file, StandardOpenOption.WRITE);
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        }
        // also of a file that is there: who made it may not have come so far yet
        force(folder, StandardOpenOption.READ);
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(resolve(key));
    }

    private Path resolve(String key) {
        Path target = objects.resolve(key).normalize();
        if (!target.startsWith(objects) || target.equals(objects)) {
            throw new IllegalArgumentException("key (%s) leads out of the folder of objects".formatted(key));
        }
        return target;
    }

    /** A new folder is durable when its parent is. */
    private static void makeDurable(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        makeDurable(parent(folder));
        Files.createDirectories(folder);
        force(parent(folder), StandardOpenOption.READ);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("%s has no folder above it".formatted(path));
        }
        return parent;
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
