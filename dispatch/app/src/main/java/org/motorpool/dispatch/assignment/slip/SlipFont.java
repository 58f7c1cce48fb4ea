package org.motorpool.dispatch.assignment.slip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Noto Sans SC: read once, embedded in each document with the characters it uses. */
final class SlipFont {

    private static final String RESOURCE = "/slip/400Regular/NotoSansSC_400Regular.ttf";
    private static final int MISSING = '〓';

    private final TrueTypeFont font;
    private final CmapLookup characters;

    private SlipFont(TrueTypeFont font) throws IOException {
        this.font = font;
        characters = font.getUnicodeCmapLookup();
    }

    static SlipFont load() {
        try (InputStream bytes = SlipFont.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) {
                throw new IllegalStateException("""
                        The font %s is not in this build.
                        Maybe run node dispatch/app/font/install.mjs and build again.""".formatted(RESOURCE));
            }
            return new SlipFont(new TTFParser().parse(new RandomAccessReadBuffer(bytes)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the font %s cannot be read".formatted(RESOURCE), unreadable);
        }
    }

    PDType0Font embed(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    /** The text in characters that the font has; what it lacks becomes 〓, what does not print a blank. */
    String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || Character.isWhitespace(point) ? ' ' : point)
                .map(point -> characters.getGlyphId(point) == 0 ? MISSING : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
