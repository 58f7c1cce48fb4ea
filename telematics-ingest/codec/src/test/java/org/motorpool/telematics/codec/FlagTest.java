package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlagTest {
    @Test
    void namesAlarmsByTheVersion() {
        long bits = 1L << 0 | 1L << 3 | 1L << 16 | 1L << 29 | 1L << 31;
        assertThat(AlarmFlag.of(bits, ProtocolVersion.V2013))
                .containsExactly(
                        AlarmFlag.EMERGENCY, AlarmFlag.DANGER, AlarmFlag.COLLISION_WARNING, AlarmFlag.ILLEGAL_DOOR);
        assertThat(AlarmFlag.of(bits, ProtocolVersion.V2019))
                .containsExactly(
                        AlarmFlag.EMERGENCY,
                        AlarmFlag.DANGEROUS_DRIVING,
                        AlarmFlag.TYRE_PRESSURE,
                        AlarmFlag.COLLISION_OR_ROLLOVER);
    }

    @Test
    void knowsWhichAlarmsEndWithAnAnswer() {
        assertThat(AlarmFlag.EMERGENCY.endsWithAnswer()).isTrue();
        assertThat(AlarmFlag.OVERSPEED.endsWithAnswer()).isFalse();
    }

    @Test
    void namesStatesByTheVersion() {
        long bits = 1L << 0 | 1L << 8 | 1L << 22;
        assertThat(StatusFlag.of(bits, ProtocolVersion.V2013))
                .containsExactly(StatusFlag.IGNITION, StatusFlag.HALF_LOADED);
        assertThat(StatusFlag.of(bits | 1L << 9, ProtocolVersion.V2019))
                .containsExactly(StatusFlag.IGNITION, StatusFlag.FULLY_LOADED, StatusFlag.MOVING);
    }
}
