package org.motorpool.telematics.codec;

/**
 * What is known of a terminal parameter.
 *
 * @param bytes exact length of the value; 0 when it may have any up to 255
 * @param unit of a number, empty when it has none
 */
public record ParameterType(
        long id, ParameterFormat format, int bytes, String unit, String chineseName, String englishName) {

    /** The greatest number that the field holds, 0 for what is no number. */
    public long max() {
        return (1L << 8 * format.numberBytes()) - 1;
    }

    /** Both names, for people. */
    public String name() {
        return chineseName + " / " + englishName;
    }

    /** The same for another number of a range that shares it. */
    ParameterType withId(long otherId) {
        return new ParameterType(otherId, format, bytes, unit, chineseName, englishName);
    }
}
