package org.motorpool.telematics.codec;

import java.util.List;

/** What a terminal has stored of what the platform set. */
public sealed interface SettingsUplink extends Uplink {

    /**
     * 0x0104, the answer to 0x8104 and 0x8106.
     *
     * @param parameters in wire order; some may come several times
     */
    record ParametersAnswer(int answeredSerial, List<Parameter> parameters) implements SettingsUplink, Answer {
        public ParametersAnswer {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * 0x0608 (2019), the answer to 0x8608.
     *
     * @param kind number of an {@link AreaKind}
     * @param declared number of areas the terminal announced
     * @param areas empty when what came is no list of such areas
     * @param trailingHex what came then
     */
    record AreasAnswer(int kind, long declared, List<Area> areas, String trailingHex)
            implements SettingsUplink, Answer {
        public AreasAnswer {
            areas = List.copyOf(areas);
        }
    }
}
