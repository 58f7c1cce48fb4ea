package org.motorpool.dispatch.assignment.slip;

import com.google.zxing.common.BitMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws a slip on one page A4; points from the lower left corner. */
final class SlipPage {

    private static final float LEFT = 50;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float LABEL = 92;
    private static final float ROW = 31;
    private static final float QR = 96;
    private static final float TOP = PDRectangle.A4.getHeight() - 50;
    private static final float TEXT_SIZE = 10;
    private static final float LINE = 12;
    private static final int MOST_LINES = 2;

    private final PDPageContentStream page;
    private final PDType0Font embedded;
    private final SlipFont font;

    SlipPage(PDPageContentStream page, PDType0Font embedded, SlipFont font) {
        this.page = page;
        this.embedded = embedded;
        this.font = font;
    }

    void draw(Slip slip) throws IOException {
        text(slip.heading(), LEFT, TOP - 30, 20);
        text("编号 No. " + slip.number(), LEFT, TOP - 56, 11);
        text("核验码 Code " + slip.code(), LEFT, TOP - 76, TEXT_SIZE);
        text("扫描二维码核验本单 / scan to verify", LEFT, TOP - 94, 9);
        qr(slip.verifyUrl());
        float y = TOP - QR - 20;
        for (Slip.Row row : slip.rows()) {
            y -= ROW;
            row(row, y);
        }
        text(slip.footer(), LEFT, y - 18, 8);
    }

    private void qr(String url) throws IOException {
        BitMatrix squares = QrSquares.of(url);
        float side = QR / squares.getWidth();
        float left = LEFT + WIDTH - QR;
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    page.addRect(left + x * side, TOP - (y + 1) * side, side, side);
                }
            }
        }
        page.fill();
    }

    private void row(Slip.Row row, float y) throws IOException {
        float width = WIDTH / row.items().size();
        float left = LEFT;
        for (Slip.Item item : row.items()) {
            box(left, y, LABEL);
            box(left + LABEL, y, width - LABEL);
            lines(item.label(), left, y, LABEL);
            lines(item.value(), left + LABEL, y, width - LABEL);
            left += width;
        }
    }

    private void box(float left, float y, float width) throws IOException {
        page.addRect(left, y, width, ROW);
        page.stroke();
    }

    private void lines(String text, float left, float y, float width) throws IOException {
        List<String> lines = wrap(font.printable(text), width - 8);
        float baseline = y + ROW / 2 - TEXT_SIZE / 3 + (lines.size() - 1) * LINE / 2;
        for (String line : lines) {
            text(line, left + 4, baseline, TEXT_SIZE);
            baseline -= LINE;
        }
    }

    /** At most two lines; what does not fit ends with an ellipsis. */
    private List<String> wrap(String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String longer = line + Character.toString(point);
            if (width(longer) <= width) {
                line.appendCodePoint(point);
            } else if (lines.size() + 1 < MOST_LINES) {
                lines.add(line.toString());
                line.setLength(0);
                line.appendCodePoint(point);
            } else {
                line.setCharAt(line.length() - 1, '…');
                break;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text) throws IOException {
        return embedded.getStringWidth(text) / 1000 * TEXT_SIZE;
    }

    private void text(String text, float x, float y, float size) throws IOException {
        page.beginText();
        page.setFont(embedded, size);
        page.newLineAtOffset(x, y);
        page.showText(font.printable(text));
        page.endText();
    }
}
