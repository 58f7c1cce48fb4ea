package org.motorpool.dispatch.organisation;

import java.util.List;

/** Region codes of GB/T 2260: two digits for the province, two for the city, two for the county. */
public final class RegionCode {

    private RegionCode() {}

    /** The province of a region: 310000 of 310115. */
    public static String province(String code) {
        return code.substring(0, 2) + "0000";
    }

    /** The nation, and the province, city and county a region lies in or is, the widest first; a missing level repeats the region. */
    public static List<String> levels(String code) {
        String city = code.endsWith("0000") ? code : code.substring(0, 4) + "00";
        return List.of("100000", province(code), city, code);
    }

    /** The digits that all regions inside share: two of a province, four of a city, six of a county. */
    public static String significant(String code) {
        if (code.endsWith("0000")) {
            return code.substring(0, 2);
        }
        return code.endsWith("00") ? code.substring(0, 4) : code;
    }
}
