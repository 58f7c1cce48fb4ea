package org.motorpool.dispatch.bench.compliance;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A vehicle of the register. Everything follows from its number, so that each run has the same register.
 *
 * @param today the last day of the register
 */
record Car(int number, Place place, LocalDate today) {

    private static final String[] CATEGORIES = {"QT", "ZFZQ", "QT", "YJBZ", "ZFZQ", "JYTX", "QT", "TZZY", "ZFZQ", "QT"};
    private static final String[] NEW_ENERGY = {"BEV", "BEV", "PHEV", "BEV", "EREV"};
    private static final String[] BRANDS = {"红旗", "比亚迪", "大众", "吉利", "长安", "广汽", "东风", "奇瑞"};
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

    UUID id() {
        return Identities.of(Identities.VEHICLE, number);
    }

    String category() {
        return CATEGORIES[number % CATEGORIES.length];
    }

    /** About one in twelve is of this year. */
    LocalDate registeredOn() {
        int days = random(1) % (12 * 365);
        LocalDate first = LocalDate.of(today.getYear(), 1, 1);
        return random(2) % 12 == 0 ? first.plusDays(random(1) % today.getDayOfYear()) : first.minusDays(1 + days);
    }

    boolean isAddition() {
        return registeredOn().getYear() == today.getYear();
    }

    boolean isNewEnergy() {
        return random(3) % 100 < (isAddition() ? 55 : 22);
    }

    String energyType() {
        return isNewEnergy() ? NEW_ENERGY[random(4) % NEW_ENERGY.length] : random(4) % 20 == 0 ? "HEV" : "ICE";
    }

    String kind() {
        return random(5) % 3 == 0 ? "NEW" : "RENEWAL";
    }

    boolean isConfidential() {
        return random(6) % 400 == 0;
    }

    /** Yuan to fen; one in two hundred is over the limit. */
    long price_fen() {
        long yuan = random(7) % 200 == 0 ? 199_000 : 88_000 + random(7) % 30_000;
        return yuan * 100;
    }

    double displacement_l() {
        return energyType().equals("BEV") ? 0 : 1.5;
    }

    String brand() {
        return BRANDS[random(8) % BRANDS.length];
    }

    String model() {
        return "M" + random(9) % 20;
    }

    String vin() {
        return "LBENCH%011d".formatted(number);
    }

    String plate() {
        StringBuilder plate = new StringBuilder("京").append(LETTERS.charAt(number / 1_000_000 % 24));
        int left = number;
        for (int n = 0; n < 5; n++) {
            plate.append(LETTERS.charAt(left % LETTERS.length()));
            left /= LETTERS.length();
        }
        return plate.toString();
    }

    /** A number that is the same in each run, for this vehicle and purpose. */
    int random(int purpose) {
        long mixed = (number + 1L) * 0x9E37_79B9_7F4A_7C15L + purpose * 0xC2B2_AE3D_27D4_EB4FL;
        mixed = (mixed ^ mixed >>> 31) * 0xBF58_476D_1CE4_E5B9L;
        return (int) (mixed >>> 40) & 0xFF_FFFF;
    }
}
