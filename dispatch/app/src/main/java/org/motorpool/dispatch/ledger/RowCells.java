package org.motorpool.dispatch.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.LedgerApi.RowError;

/** Reads the cells of one row, and keeps what is wrong with them. What cannot be read is null. */
final class RowCells {

    private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    private final LedgerRow row;
    private final Map<Column, String> letters;
    private final List<RowError> errors = new ArrayList<>();

    RowCells(LedgerRow row, Map<Column, String> letters) {
        this.row = row;
        this.letters = letters;
    }

    List<RowError> errors() {
        return errors;
    }

    void wrong(Column column, String zh, String en) {
        errors.add(new RowError(row.number(), letters.getOrDefault(column, ""), column.header(), zh, en));
    }

    @Nullable
    String text(Column column, int longest) {
        String value = row.cells().get(column);
        if (value == null) {
            missing(column);
            return null;
        }
        if (value.length() > longest) {
            wrong(column, "超过 %d 个字符".formatted(longest), "has more than %d characters".formatted(longest));
            return null;
        }
        return value;
    }

    /** The code of a word, or the code itself. */
    @Nullable
    String code(Column column, Map<String, String> words) {
        String value = row.cells().get(column);
        if (value == null) {
            missing(column);
            return null;
        }
        String code = words.getOrDefault(value.replaceFirst("色$", ""), value);
        if (!words.containsValue(code)) {
            String all = String.join("、", words.keySet().stream().sorted().toList());
            String codes = String.join(", ", words.values().stream().sorted().toList());
            wrong(column, "“%s”应为以下之一：%s".formatted(value, all), "\"%s\" must be one of %s".formatted(value, codes));
            return null;
        }
        return code;
    }

    @Nullable
    BigDecimal number(Column column, BigDecimal least, BigDecimal most) {
        String value = row.cells().get(column);
        if (value == null) {
            missing(column);
            return null;
        }
        BigDecimal number = parsed(value);
        if (number == null || number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            wrong(
                    column,
                    "“%s”应为 %s 到 %s 之间的数".formatted(value, least.toPlainString(), most.toPlainString()),
                    "\"%s\" must be a number from %s to %s"
                            .formatted(value, least.toPlainString(), most.toPlainString()));
            return null;
        }
        return number;
    }

    @Nullable
    Long whole(Column column, long least, long most) {
        BigDecimal number = number(column, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        return exact(column, number, 0, "应为整数", "must be a whole number");
    }

    /** Yuan as fen. */
    @Nullable
    Long fen(Column column, long least_fen) {
        BigDecimal yuan = number(column, BigDecimal.valueOf(least_fen, 2), BigDecimal.valueOf(10_000_000));
        return exact(column, yuan, 2, "最多两位小数", "has at most two decimals");
    }

    private @Nullable Long exact(Column column, @Nullable BigDecimal number, int decimals, String zh, String en) {
        if (number == null) {
            return null;
        }
        BigDecimal moved = number.movePointRight(decimals).stripTrailingZeros();
        if (moved.scale() > 0) {
            wrong(column, zh, en);
            return null;
        }
        return moved.longValueExact();
    }

    @Nullable
    Double quantity(Column column, double most) {
        BigDecimal number = number(column, new BigDecimal("0.01"), BigDecimal.valueOf(most));
        return number == null ? null : Double.valueOf(number.doubleValue());
    }

    @Nullable
    LocalDate day(Column column, LocalDate first, LocalDate last) {
        String value = row.cells().get(column);
        if (value == null) {
            missing(column);
            return null;
        }
        LocalDate day = parsedDay(value);
        if (day == null || day.isBefore(first) || day.isAfter(last)) {
            wrong(
                    column,
                    "“%s”应为 %s 到 %s 之间的日期，例如 2024-05-31".formatted(value, first, last),
                    "\"%s\" must be a day from %s to %s, e.g. 2024-05-31".formatted(value, first, last));
            return null;
        }
        return day;
    }

    private void missing(Column column) {
        if (column.isRequired()) {
            wrong(column, "为必填项", "is required");
        }
    }

    private static @Nullable BigDecimal parsed(String value) {
        try {
            return value.length() > 30 ? null : new BigDecimal(value.replace(",", ""));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable LocalDate parsedDay(String value) {
        Matcher parts = DAY.matcher(value);
        try {
            return parts.matches()
                    ? LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)))
                    : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
