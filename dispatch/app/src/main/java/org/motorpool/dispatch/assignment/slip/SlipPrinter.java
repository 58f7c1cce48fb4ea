package org.motorpool.dispatch.assignment.slip;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Makes the PDF of a slip; one at a time, since they share the font. Blocks: for worker threads. */
@Singleton
public class SlipPrinter {

    private static final class Shared {
        private static final SlipFont FONT = SlipFont.load();
    }

    private final Object press = new Object();

    /** One page A4. */
    public byte[] print(Slip slip) {
        synchronized (press) {
            try (PDDocument document = new PDDocument();
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                document.getDocumentInformation().setTitle(slip.heading() + " " + slip.number());
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    new SlipPage(content, Shared.FONT.embed(document), Shared.FONT).draw(slip);
                }
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException impossible) {
                throw new UncheckedIOException("slip %s cannot be printed".formatted(slip.number()), impossible);
            }
        }
    }
}
