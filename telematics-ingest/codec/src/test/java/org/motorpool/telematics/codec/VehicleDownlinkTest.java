package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.DownlinkFrames.reads;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWrites;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWritesInBothVersions;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.ProtocolVersion.V2013;
import static org.motorpool.telematics.codec.ProtocolVersion.V2019;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.VehicleDownlink.Control;
import org.motorpool.telematics.codec.VehicleDownlink.ControlVehicle;

class VehicleDownlinkTest {
    @Test
    void tracksForAWhile() {
        readsAndWritesInBothVersions(0x8202, hex("0005", "00000258"), new VehicleDownlink.Track(5, 600));
    }

    @Test
    void endsTrackingWithoutAValidity() {
        readsAndWritesInBothVersions(0x8202, "0000", new VehicleDownlink.Track(0, 0));
    }

    @Test
    void refusesAnIntervalThatTheFieldCannotHold() {
        assertThat(FrameEncoder.findProblem(new VehicleDownlink.Track(65_536, 600), V2013))
                .contains("interval_s is 65536, may be 0 to 65535");
        assertThat(FrameEncoder.findProblem(new VehicleDownlink.Track(65_535, 600), V2013))
                .isEmpty();
    }

    @Test
    void confirmsAlarms() {
        readsAndWritesInBothVersions(
                0x8203,
                hex("007b", "00100001"), // serial of the report; SOS and area
                new VehicleDownlink.ConfirmAlarms(123, 0x0010_0001));
    }

    @Test
    void locksAndUnlocksTheDoorsOfBothVersions() {
        ControlVehicle lock = new ControlVehicle(List.of(Control.lockDoors()));
        ControlVehicle unlock = new ControlVehicle(List.of(Control.unlockDoors()));
        readsAndWrites(V2013, 0x8500, "01", lock);
        readsAndWrites(V2013, 0x8500, "00", unlock);
        readsAndWrites(V2019, 0x8500, hex("0001", "0001", "00"), lock);
        readsAndWrites(V2019, 0x8500, hex("0001", "0001", "01"), unlock);
        reads(V2019, 0x8500, "01", lock); // the body of 2013
    }

    @Test
    void controlsMoreThanTheDoors() {
        ControlVehicle message = new ControlVehicle(
                List.of(Control.lockDoors(), new Control(0xf001, "01"), new Control(0xf002, "0102")));
        String body = hex(
                "0003", // number
                "0001", "00", // lock the doors
                "f001", "01", // a vendor's
                "f002", "0102"); // the last may be longer
        readsAndWrites(V2019, 0x8500, body, message);
        assertThat(FrameEncoder.findProblem(message, V2013)).isPresent();
    }

    @Test
    void asksAndSetsTheRecorder() {
        readsAndWritesInBothVersions(0x8700, "08", new VehicleDownlink.QueryRecorder(0x08, ""));
        readsAndWritesInBothVersions(0x8701, hex("82", "aa75"), new VehicleDownlink.SetRecorder(0x82, "aa75"));
    }
}
