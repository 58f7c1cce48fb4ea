package org.motorpool.dispatch.assignment.slip;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What is printed on an order.
 *
 * @param heading of the paper
 * @param number business number of the order
 * @param verifyUrl what the QR code holds
 * @param code the same for people who type it
 * @param rows items, in pairs to a row
 * @param footer who printed what when
 */
public record Slip(String heading, String number, String verifyUrl, String code, List<Row> rows, String footer) {

    private static final DateTimeFormatter IN_CHINA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** One item; an empty value is a blank to be filled in by hand. */
    public record Item(String label, String value) {

        /** To be filled in. */
        public static Item blank(String label) {
            return new Item(label, "");
        }
    }

    /** One or two items beside each other. */
    public record Row(List<Item> items) {
        public Row {
            items = List.copyOf(items);
            if (items.isEmpty() || items.size() > 2) {
                throw new IllegalArgumentException("a row has one or two items, not %d".formatted(items.size()));
            }
        }

        /** One or two items beside each other. */
        public static Row of(Item... items) {
            return new Row(List.of(items));
        }
    }

    public Slip {
        rows = List.copyOf(rows);
    }

    /** A moment as people in China read it. */
    public static String time(Instant moment) {
        return IN_CHINA.format(moment);
    }
}
