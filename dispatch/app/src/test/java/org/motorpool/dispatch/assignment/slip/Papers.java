package org.motorpool.dispatch.assignment.slip;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads printed orders as people and phones do. */
public final class Papers {

    /** A phone that does not read a code is held nearer. */
    private static final int[] DPI = {150, 200, 300};

    private Papers() {}

    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** What the QR code of the rendered page holds. */
    public static String scan(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            ReaderException unread = null;
            for (int dpi : DPI) {
                try {
                    return read(renderer.renderImageWithDPI(0, dpi));
                } catch (ReaderException failure) {
                    unread = failure;
                }
            }
            throw new AssertionError("no QR code can be read", unread);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
