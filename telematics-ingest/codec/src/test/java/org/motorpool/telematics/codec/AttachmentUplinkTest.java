package org.motorpool.telematics.codec;

import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.Frames.readsAndWrites;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.AttachmentUplink.Attachment;
import org.motorpool.telematics.codec.AttachmentUplink.AttachmentList;

class AttachmentUplinkTest {
    private static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");
    private static final String NAME = "30305f36345f363430315f302e6a7067"; // "00_64_6401_0.jpg"
    private static final String FROM_ALARM_NUMBER = hex(
            "413132" + "00".repeat(29), // alarm number "A12", 32 bytes
            "00", // first time
            "01", // one file
            "10", // 16 bytes of name
            NAME,
            "00012000"); // 73728 bytes

    @Test
    void readsAndWritesAListOfJiangsu() {
        String terminalId = "54303030303031"; // "T000001", 7 bytes
        String alarmId = hex(terminalId, "261123100000", "02", "01", "00");
        readsAndWrites(
                "1210",
                hex(terminalId, alarmId, FROM_ALARM_NUMBER),
                list(new AlarmId(AlarmForm.JIANGSU, "T000001", TEN, 2, 1, "00")));
    }

    @Test
    void readsAndWritesAListOfGuangdong() {
        String terminalId = "54303030303031" + "00".repeat(23); // 30 bytes
        String alarmId = hex(terminalId, "261123100000", "02", "01", "0000");
        readsAndWrites(
                "1210",
                hex(terminalId, alarmId, FROM_ALARM_NUMBER),
                list(new AlarmId(AlarmForm.GUANGDONG, "T000001", TEN, 2, 1, "0000")));
    }

    @Test
    void readsAndWritesBeginAndEndOfAFile() {
        String file = hex(
                "10", // 16 bytes of name
                NAME,
                "00", // photo
                "00012000");
        readsAndWrites("1211", file, new AttachmentUplink.FileStarted("00_64_6401_0.jpg", 0, 73_728));
        readsAndWrites("1212", file, new AttachmentUplink.FileCompleted("00_64_6401_0.jpg", 0, 73_728));
    }

    private static AttachmentList list(AlarmId alarmId) {
        return new AttachmentList("T000001", alarmId, "A12", 0, List.of(new Attachment("00_64_6401_0.jpg", 73_728)));
    }
}
