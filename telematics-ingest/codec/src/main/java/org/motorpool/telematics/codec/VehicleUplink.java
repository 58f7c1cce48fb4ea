package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a terminal read from the vehicle. */
public sealed interface VehicleUplink extends Uplink {

    /**
     * 0x0500, the answer to 0x8500: where the vehicle is, with the state of the doors in the status bits.
     *
     * @param answeredSerial {@link #NO_SERIAL} in 2011
     */
    record ControlAnswer(int answeredSerial, LocationReport report) implements VehicleUplink, Answer {}

    /**
     * 0x0700 of 2013 and 2019, the answer to 0x8700.
     *
     * @param command number of GB/T 19056
     * @param blockHex data block of GB/T 19056
     */
    record RecorderData(int answeredSerial, int command, String blockHex) implements VehicleUplink, Answer {}

    /**
     * 0x0700 of 2011, a packet of what the recorder holds.
     *
     * @param command number of GB/T 19056
     * @param total_bytes of all packets
     */
    record RecorderDataOf2011(int command, int total_bytes, String blockHex) implements VehicleUplink, Answer {}

    /**
     * 0x0705, frames of the CAN bus.
     *
     * @param declared number of frames the terminal announced
     * @param receivedAt time of day of the first, hhmmss and four digits of its fraction, as the terminal has it
     * @param trailingHex what could not be read after the last whole frame; empty in a good message
     */
    record CanData(int declared, String receivedAt, List<CanFrame> frames, String trailingHex)
            implements VehicleUplink {
        public CanData {
            frames = List.copyOf(frames);
        }
    }

    /**
     * A frame of the CAN bus.
     *
     * @param channel 0 CAN1, 1 CAN2
     * @param id 11 bits, 29 when {@code extended}
     * @param averaged over the interval, else as it came
     * @param hex eight bytes
     */
    record CanFrame(int channel, boolean extended, boolean averaged, long id, String hex) {}

    /**
     * 0x1005 (JT/T 1078), passengers counted.
     *
     * @param from null when it is not a date
     * @param to null when it is not a date
     */
    record PassengerFlow(@Nullable Instant from, @Nullable Instant to, int boarded, int alighted)
            implements VehicleUplink {}
}
