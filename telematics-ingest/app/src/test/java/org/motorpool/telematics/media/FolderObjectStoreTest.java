package org.motorpool.telematics.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderObjectStoreTest {

    @TempDir
    Path folder;

    private ObjectStore store;
    private Spool spool;

    @BeforeEach
    void open() {
        store = new FolderObjectStore(folder);
        spool = new Spool(folder);
    }

    @Test
    void keepsTheContentUnderTheKey() throws IOException {
        store.put("vehicle/ab/abc", file("a photo"));
        assertThat(content("vehicle/ab/abc")).isEqualTo("a photo");
        assertThat(left()).isZero();
    }

    @Test
    void keepsWhatIsThereAlready() throws IOException {
        store.put("vehicle/ab/abc", file("a photo"));
        store.put("vehicle/ab/abc", file("a photo"));
        assertThat(content("vehicle/ab/abc")).isEqualTo("a photo");
        assertThat(left()).isZero();
    }

    @Test
    void leavesTheFileWhenItCannotBeKept() throws IOException {
        Files.writeString(folder.resolve("objects"), "not a folder");
        Path file = file("a photo");
        assertThatThrownBy(() -> store.put("vehicle/ab/abc", file)).isInstanceOf(IOException.class);
        assertThat(file).exists();
    }

    @Test
    void hasNothingUnderAnotherKey() {
        assertThatThrownBy(() -> store.open("vehicle/ab/other")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "/etc/passwd", ""})
    void refusesAKeyThatLeadsOut(String key) {
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesPiecesAtTheirOffsets() throws IOException {
        Path file = spool.create();
        Spool.write(file, 3, ByteBuffer.wrap("def".getBytes(StandardCharsets.US_ASCII)));
        Spool.write(file, 0, ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)));
        assertThat(file).hasContent("abcdef");
    }

    private Path file(String content) throws IOException {
        return spool.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    }

    private String content(String key) throws IOException {
        try (InputStream content = store.open(key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long left() throws IOException {
        try (var files = Files.list(folder.resolve("incoming"))) {
            return files.count();
        }
    }
}
