package org.motorpool.dispatch.compliance;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;

/** Number plates of GA 36: seven characters, or eight on green for new energy. */
public final class Plates {

    private static final String PLACE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]";
    private static final Pattern SEVEN = Pattern.compile(PLACE + "[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9警]");
    private static final Pattern EIGHT = Pattern.compile(PLACE + "([A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])");
    private static final Set<String> COLOURS = Set.of("BLUE", "YELLOW", "GREEN", "WHITE", "BLACK");
    private static final Set<String> NO_GREEN = Set.of("ICE", "HEV");

    private Plates() {}

    /** The colour, when plate, colour and energy go together; else a problem that names the field. */
    public static String check(String plate, @Nullable String colour, String energyType) {
        if (colour == null || !COLOURS.contains(colour)) {
            throw Fields.bad(
                    "plateColour", "应为 BLUE、YELLOW、GREEN、WHITE 或 BLACK", "must be BLUE, YELLOW, GREEN, WHITE or BLACK");
        }
        boolean green = colour.equals("GREEN");
        if (!(green ? EIGHT : SEVEN).matcher(plate).matches()) {
            throw Fields.bad(
                    "plate",
                    "不是有效的%s号牌号码，例如 %s".formatted(green ? "新能源（绿牌，8 位）" : "机动车（7 位）", green ? "沪AD12345" : "沪A12345"),
                    "is not a valid plate of this colour, e.g. " + (green ? "沪AD12345" : "沪A12345"));
        }
        if (green && NO_GREEN.contains(energyType)) {
            throw Fields.bad("plateColour", "绿牌只发给新能源车辆，与 energyType 不符", "GREEN is for new-energy vehicles only");
        }
        return colour;
    }
}
