package org.motorpool.telematics.gateway;

import java.util.Locale;
import org.motorpool.telematics.codec.Uplink;

/** Compares number plates as people write them: {@code 沪A·12345} is {@code 沪A12345}. */
final class Plates {

    private static final int NO_PLATE = 0;

    private Plates() {}

    /** Whether the registration does not name the bound vehicle; a vehicle without a plate sends its VIN, unknown here. */
    static boolean contradict(Uplink.Register register, String boundPlate) {
        String sent = plain(register.plate());
        return register.plateColour() != NO_PLATE && !sent.equals(plain(boundPlate));
    }

    private static String plain(String plate) {
        return plate.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
