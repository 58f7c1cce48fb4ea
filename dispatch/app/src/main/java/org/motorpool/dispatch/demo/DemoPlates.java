package org.motorpool.dispatch.demo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.motorpool.dispatch.demo.DemoTables.Model;

/** Issues number plates of GA 36 and VINs of ISO 3779, none twice. */
final class DemoPlates {

    /** A plate and its colour. */
    record Plate(String number, String colour) {}

    private static final String VIN_LETTERS = "ABCDEFGH.JKLMN.P.RSTUVWXYZ";
    private static final int[] VIN_VALUES = {
        1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9
    };
    private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    /** Model years from 2018 on: I, O, Q, U and Z are not used. */
    private static final String VIN_YEARS = "JKLMNPRSTVWXY";

    private final Map<String, Integer> last = new HashMap<>();
    private int vehicles;

    Plate plate(String begin, Model model, boolean police) {
        int number = last.merge(begin, 1, Integer::sum) + 10;
        boolean large =
                model.bodyType().equals("MEDIUM_BUS") || model.bodyType().equals("LARGE_BUS");
        if (police) {
            return new Plate("%s%04d警".formatted(begin, 1000 + number), "WHITE");
        }
        if (!model.isNewEnergy()) {
            return new Plate("%s%05d".formatted(begin, 20_000 + number), large ? "YELLOW" : "BLUE");
        }
        String series = model.energyType().equals("BEV") ? "D" : "F";
        return new Plate(
                large
                        ? "%s%05d%s".formatted(begin, 10_000 + number, series)
                        : "%s%s%05d".formatted(begin, series, number),
                "GREEN");
    }

    String vin(Model model, int year) {
        int modelYear = Math.clamp(year - 2018, 0, VIN_YEARS.length() - 1);
        String digits = model.key().toUpperCase(Locale.ROOT).replaceAll("[^A-HJ-NPR-Z0-9]", "") + "0000";
        String vin =
                "%s%sC0%c2%06d".formatted(model.wmi(), digits.substring(0, 4), VIN_YEARS.charAt(modelYear), ++vehicles);
        return vin.substring(0, 8) + checkDigit(vin) + vin.substring(9);
    }

    private static char checkDigit(String vin) {
        int sum = 0;
        for (int i = 0; i < vin.length(); i++) {
            char c = vin.charAt(i);
            sum += VIN_WEIGHTS[i] * (Character.isDigit(c) ? c - '0' : VIN_VALUES[VIN_LETTERS.indexOf(c)]);
        }
        return sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
    }
}
