package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.SettingsUplink.AreasAnswer;
import org.motorpool.telematics.codec.SettingsUplink.ParametersAnswer;

/** Reads and writes the bodies of {@link SettingsUplink}. */
final class SettingsBodies {
    private SettingsBodies() {}

    static SettingsUplink parameters(FieldReader in) {
        return new ParametersAnswer(in.u16("answered serial"), CountedItems.read(in, Parameter::read));
    }

    /** The standard lists areas; some terminals send a whole body of 0x8600 or 0x8602 for each. */
    static SettingsUplink areas(ProtocolVersion version, FieldReader in) {
        int kind = in.u8("kind");
        long declared = in.u32("number of areas");
        @Nullable AreaForm listed = AreaForm.fitting(version, in, (form, trial) -> list(kind, declared, form, trial));
        if (listed != null) {
            return new AreasAnswer(kind, declared, list(kind, declared, listed, in), "");
        }
        @Nullable AreaForm bodies = AreaForm.fitting(version, in, (form, trial) -> bodies(kind, form, trial));
        if (bodies != null) {
            List<Area> areas = bodies(kind, bodies, in);
            return new AreasAnswer(kind, areas.size(), areas, "");
        }
        return new AreasAnswer(kind, declared, List.of(), in.hex("areas"));
    }

    private static List<Area> list(int kind, long declared, AreaForm form, FieldReader in) {
        AreaReader areas = new AreaReader(form, in);
        return switch (kind) {
            case 1 -> in.all(declared, areas::circle);
            case 2 -> in.all(declared, areas::rectangle);
            case 3 -> in.all(declared, areas::polygon);
            case 4 -> in.all(declared, areas::route);
            default -> List.of();
        };
    }

    private static List<Area> bodies(int kind, AreaForm form, FieldReader in) {
        List<Area> areas = new ArrayList<>();
        while ((kind == 1 || kind == 2) && in.has(1)) {
            areas.addAll(
                    kind == 1
                            ? AreaDownlinkBodies.circles(form, in).circles()
                            : AreaDownlinkBodies.rectangles(form, in).rectangles());
        }
        return areas;
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(SettingsUplink message, ProtocolVersion version, FieldWriter out) {
        return switch (message) {
            case ParametersAnswer(int serial, List<Parameter> parameters) -> {
                out.u16("answeredSerial", serial)
                        .count("parameters", 1, parameters.size())
                        .each(parameters, parameter -> parameter.write(out));
                yield MessageId.PARAMETERS_ANSWER;
            }
            case AreasAnswer(int kind, long declared, List<Area> areas, String trailingHex) -> {
                out.u8("kind", kind)
                        .u32("declared", declared)
                        .each(areas, area -> new AreaWriter(version, out).write(area))
                        .hex(trailingHex);
                yield MessageId.AREAS_ANSWER;
            }
        };
    }
}
