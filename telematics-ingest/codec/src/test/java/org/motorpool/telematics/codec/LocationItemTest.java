package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.LOCATION;
import static org.motorpool.telematics.codec.Frames.REPORT;
import static org.motorpool.telematics.codec.Frames.frame2013;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.Frames.readsAndWrites2013;
import static org.motorpool.telematics.codec.Frames.uplink;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.SafetyItem.Situation;

class LocationItemTest {
    private static final String SITUATION = hex(
            "3c", // 60 km/h
            "0064", // 100 m
            "01dc3a40", // latitude 31.210048
            "073e9a80", // longitude 121.543296
            "261123100000", // 2026-11-23 10:00:00 GMT+8
            "0401"); // fix (10), ignition (0)
    private static final Situation THERE =
            new Situation(60, 100, 31.210048, 121.543296, Instant.parse("2026-11-23T02:00:00Z"), 0x0401);

    /** Alarm identification number of T/JSATL 12-2017, table 4-16. */
    private static final String JIANGSU = hex(
            "54303030303031", // terminal id "T000001"
            "261123100000",
            "02", // the third alarm of this second
            "05", // five attachments
            "00"); // reserved

    private static final AlarmId JIANGSU_ID =
            new AlarmId(AlarmForm.JIANGSU, "T000001", Instant.parse("2026-11-23T02:00:00Z"), 2, 5, "00");

    /** Alarm identification number of T/GDRTA 002-2020. */
    private static final String GUANGDONG = hex("54303030303031" + "00".repeat(23), "261123100000", "02", "05", "0000");

    private static final AlarmId GUANGDONG_ID =
            new AlarmId(AlarmForm.GUANGDONG, "T000001", Instant.parse("2026-11-23T02:00:00Z"), 2, 5, "0000");

    private static Uplink.LocationReport with(LocationItem... items) {
        return new Uplink.LocationReport(
                REPORT.alarmBits(),
                REPORT.statusBits(),
                REPORT.latitude(),
                REPORT.longitude(),
                REPORT.altitude_m(),
                REPORT.speed_kmh(),
                REPORT.heading_deg(),
                REPORT.reportedAt(),
                List.of(items),
                "");
    }

    private static void readsAndWrites(String id, String value, LocationItem item) {
        String hex = value.replace(" ", "");
        readsAndWrites2013("0200", LOCATION + id + "%02x".formatted(hex.length() / 2) + hex, with(item));
    }

    private static LocationItem read(String id, String value) {
        String hex = value.replace(" ", "");
        String items = id + "%02x".formatted(hex.length() / 2) + hex;
        return ((Uplink.LocationReport) uplink(frame2013("0200", LOCATION + items)))
                .items()
                .getFirst();
    }

    private static LocationItem raw(int id, String value) {
        return new LocationItem.Opaque(id, value.replace(" ", ""));
    }

    @Test
    void readsAndWritesTheItemsOf2019() {
        List<Integer> pressures = IntStream.range(0, 30)
                .mapToObj(wheel -> wheel < 4 ? 80 + wheel : LocationItem.TyrePressures.NONE)
                .toList();
        readsAndWrites("05", "50515253" + "ff".repeat(26), new LocationItem.TyrePressures(pressures));
        readsAndWrites("06", "0019", new LocationItem.CabinTemperature(25, LocationItem.Sign.BIT));
        readsAndWrites("06", "8014", new LocationItem.CabinTemperature(-20, LocationItem.Sign.BIT));
    }

    @Test
    void readsATemperatureInTwosComplement() {
        readsAndWrites("06", "ffec", new LocationItem.CabinTemperature(-20, LocationItem.Sign.COMPLEMENT));
    }

    @Test
    void readsPercentWhereBit15OfTheFuelSaysSo() {
        readsAndWrites("02", "8041", new LocationItem.FuelLevel(65));
        readsAndWrites("02", "8065", new LocationItem.Fuel(0x8065)); // 101 %
    }

    @Test
    void readsAndWritesTheItemsOfARecorderWithCameras() {
        readsAndWrites("14", "00000041", new VideoItem.VideoAlarm(0x41)); // signal lost, recordings at their limit
        readsAndWrites("15", "80000001", new VideoItem.SignalLoss(0x80000001L)); // channels 1 and 32
        readsAndWrites("16", "00000002", new VideoItem.Occlusion(2)); // channel 2
        readsAndWrites("17", "1001", new VideoItem.StorageFault(0x1001)); // first main, first emergency storage
        readsAndWrites("18", "0003 5a", new VideoItem.AbnormalDriving(3, 90)); // fatigue and telephone, 90
        readsAndWrites("18", "0003", new VideoItem.AbnormalDriving(3, -1)); // the length that the table says
    }

    @Test
    void keepsItemsOfDevicesThatUseTheNumbersOfCamerasOtherwise() {
        assertThat(read("17", "02")).isEqualTo(raw(0x17, "02"));
        assertThat(read("18", "011d0000")).isEqualTo(raw(0x18, "011d0000"));
    }

    @Test
    void readsAndWritesDriverAssistance() {
        String before = hex(
                "00000040", // alarm number 64
                "01", // begins
                "03", // too close
                "02", // level 2
                "37", // vehicle in front 55 km/h
                "0c", // 1.2 s away
                "00", // no deviation
                "00", // no sign
                "00");
        readsAndWrites(
                "64",
                before + SITUATION + JIANGSU,
                new SafetyItem.DriverAssistance(64, 1, 3, 2, 55, 12, 0, 0, 0, THERE, JIANGSU_ID));
        readsAndWrites(
                "64",
                before + SITUATION + GUANGDONG,
                new SafetyItem.DriverAssistance(64, 1, 3, 2, 55, 12, 0, 0, 0, THERE, GUANGDONG_ID));
    }

    @Test
    void readsAndWritesTheDriversState() {
        String before = hex(
                "00000041", // alarm number 65
                "02", // ends
                "01", // fatigue
                "01", // level 1
                "07", // fatigue 7
                "00000000"); // reserved
        readsAndWrites(
                "65", before + SITUATION + JIANGSU, new SafetyItem.DriverState(65, 2, 1, 1, 7, 0, THERE, JIANGSU_ID));
    }

    @Test
    void readsAndWritesTyresWithPositionsOfOneAndOfTwoBytes() {
        SafetyItem.Tyre tyre = new SafetyItem.Tyre(3, 0x0048, 820, -5, 90);
        String state = hex(
                "0048", // hot, leak
                "0334", // 820 kPa
                "fffb", // −5 °C
                "005a"); // battery 90 %
        readsAndWrites(
                "66",
                "00000042 01" + SITUATION + JIANGSU + "02" + ("03" + state).repeat(2),
                new SafetyItem.TyreState(66, 1, THERE, JIANGSU_ID, 1, List.of(tyre, tyre)));
        readsAndWrites(
                "66",
                "00000042 01" + SITUATION + GUANGDONG + "01" + "0003" + state,
                new SafetyItem.TyreState(66, 1, THERE, GUANGDONG_ID, 2, List.of(tyre)));
        readsAndWrites(
                "66",
                "00000042 01" + SITUATION + JIANGSU + "00",
                new SafetyItem.TyreState(66, 1, THERE, JIANGSU_ID, 1, List.of()));
    }

    @Test
    void readsAndWritesTheBlindSpotAndAggressiveDriving() {
        readsAndWrites(
                "67",
                "00000043 01 02" + SITUATION + JIANGSU, // from behind on the left
                new SafetyItem.BlindSpot(67, 1, 2, THERE, JIANGSU_ID));
        readsAndWrites(
                "70",
                "00000044 00 01 0005 0014 0000" + SITUATION + JIANGSU, // hard acceleration
                new SafetyItem.AggressiveDriving(68, 0, 1, 5, 20, 0, THERE, JIANGSU_ID));
    }

    @Test
    void readsAndWritesFaultsOfActiveSafety() {
        readsAndWrites("f1", "00000003", new SafetyItem.InstallationFault(3));
        readsAndWrites("f2", "00000001", new SafetyItem.AlgorithmFault(1));
    }

    @Test
    void keepsAnAlarmNumberThatIsPaddedOtherwiseForItsAnswer() {
        String padded = hex("20202054303031", "000000000000", "00", "01", "00"); // blanks on the left, no time
        SafetyItem.Alarm alarm = (SafetyItem.Alarm) read("67", "00000043 01 02" + SITUATION + padded);
        assertThat(alarm.alarmId().terminalId()).isEqualTo("T001");
        assertThat(alarm.alarmId().hex()).isEqualTo(padded);
    }

    @Test
    void keepsSafetyItemsOfOtherProvincesAndOtherVendors() {
        String other = "00".repeat(50);
        assertThat(read("64", other)).isEqualTo(raw(0x64, other));
        assertThat(read("65", "00000001")).isEqualTo(raw(0x65, "00000001"));
        assertThat(read("66", "01cc0000000c40f89f27b0")).isEqualTo(raw(0x66, "01cc0000000c40f89f27b0"));
    }

    @Test
    void namesTypesOfSafetyAlarms() {
        assertThat(SafetyAlarmType.find(0x64, 1)).hasValue(SafetyAlarmType.FORWARD_COLLISION);
        assertThat(SafetyAlarmType.find(0x65, 1)).hasValue(SafetyAlarmType.FATIGUE);
        assertThat(SafetyAlarmType.find(0x66, 1)).isEmpty();
    }

    @Test
    void readsAndWritesNumbersOfVendors() {
        readsAndWrites("06", "3e", new VendorItem.Measurement(Measure.BATTERY_LEVEL_06, 62));
        readsAndWrites("82", "007a", new VendorItem.Measurement(Measure.EXTERNAL_VOLTAGE_82, 122));
        readsAndWrites("8c", "0008dcb6", new VendorItem.Measurement(Measure.ODOMETER_8C, 580790));
        readsAndWrites("e1", "2d", new VendorItem.Measurement(Measure.BATTERY_LEVEL_E1, 45));
        readsAndWrites("e1", "0075", new VendorItem.Measurement(Measure.EXTERNAL_VOLTAGE_E1, 117));
        assertThat(new VendorItem.Measurement(Measure.EXTERNAL_VOLTAGE_82, 122).value())
                .isEqualTo(12.2);
        assertThat(new VendorItem.Measurement(Measure.ODOMETER_8C, 580790).value())
                .isEqualTo(58_079_000);
        assertThat(new VendorItem.Measurement(Measure.COOLANT_TEMPERATURE, 123).value())
                .isEqualTo(83);
        assertThat(new VendorItem.Measurement(Measure.TEMPERATURE_F8, 725).value())
                .isEqualTo(22.5);
    }

    @Test
    void readsAndWritesTextsOfVendors() {
        readsAndWrites("94", hexOf("LSVAU2180E2123456"), text(TextLabel.VIN_94, "LSVAU2180E2123456", 17));
        readsAndWrites("bc", hexOf("WANG") + "00".repeat(6), text(TextLabel.DRIVER_NAME, "WANG", 10));
        readsAndWrites("bc", "cdf5 0000", text(TextLabel.DRIVER_NAME, "王", 4)); // GBK
        readsAndWrites("eb", hexOf("UTC+08:00"), text(TextLabel.TIME_ZONE, "UTC+08:00", 9));
        assertThat(read("bc", "57 0a 41")).isEqualTo(raw(0xbc, "570a41"));
        assertThat(read("bc", "ff 41")).isEqualTo(raw(0xbc, "ff41"));
        assertThat(read("94", "0000")).isEqualTo(raw(0x94, "0000"));
    }

    private static LocationItem text(TextLabel label, String text, int width_bytes) {
        return new VendorItem.Text(label, text, width_bytes);
    }

    private static String hexOf(String ascii) {
        return ascii.chars().mapToObj("%02x"::formatted).collect(Collectors.joining());
    }

    @Test
    void readsAndWritesMeasurementsOfVendorsInSeveralFields() {
        readsAndWrites("51", "0123 8017 ffff", new VendorItem.Temperatures(List.of(291, -23, -32767)));
        readsAndWrites("56", "0900", new VendorItem.BatteryTenths(9, 0));
        readsAndWrites("57", "0100 0002 00010000", new VendorItem.DrivingAlarms(0x100, 2, 0x10000));
        readsAndWrites("a7", "04d2 0000", new VendorItem.AnalogVoltages(1234, 0));
        readsAndWrites("e4", "0163", new VendorItem.Charge(1, 99));
        readsAndWrites("e7", "0000000600000000", new VendorItem.AlarmBits(0x600000000L));
        readsAndWrites("ee", "1f 2ee0 0fa0 0c", new VendorItem.DeviceState(31, 12_000, 4_000, 12));
        readsAndWrites("f7", "00000d6f 02 3c", new VendorItem.BatteryState(3439, 2, 60));
    }

    @Test
    void readsAndWritesNetworksInReach() {
        VendorItem.AccessPoint near = new VendorItem.AccessPoint("18ef3a6ae1c6", -66);
        VendorItem.AccessPoint far = new VendorItem.AccessPoint("00bb252515d3", -75);
        String both = "18ef3a6ae1c6 be 00bb252515d3 b5";
        readsAndWrites("54", "02" + both, new VendorItem.AccessPoints(0x54, List.of(near, far)));
        readsAndWrites("f4", both, new VendorItem.AccessPoints(0xf4, List.of(near, far)));
        readsAndWrites(
                "e1",
                "01cc 0000 00bbe4 001ada15 1f", // China, China Mobile, LAC, cell, signal
                new VendorItem.CellTowers(0xe1, 460, 0, List.of(new VendorItem.CellTower(0xbbe4, 0x1ada15, 31))));
        readsAndWrites(
                "eb",
                "01cc 00 262c 0efd 20",
                new VendorItem.CellTowers(0xeb, 460, 0, List.of(new VendorItem.CellTower(0x262c, 0x0efd, 32))));
    }

    @Test
    void readsAndWritesLocksAndTyreSensors() {
        readsAndWrites("60", "0061 aabb", new VendorItem.LockEvent(0x61, "aabb"));
        readsAndWrites(
                "63",
                "cd91fe1314da 1080 31 81 22",
                new VendorItem.Locks(List.of(new VendorItem.Lock("cd91fe1314da", 4224, 0x31, 0x81, 34))));
        readsAndWrites(
                "77",
                "01 7e19f1 0038 4d 08",
                new VendorItem.TyreSensors(List.of(new VendorItem.TyreSensor(1, "7e19f1", 56, 27, 8))));
    }

    @Test
    void readsAndWritesAnExtensionAndItsFields() {
        String fields = hex(
                "000c 00b2 89860442191990934799", // ICCID
                "0004 002d 0f4e"); // battery 3918 mV
        VendorItem.Extension extension = new VendorItem.Extension(Body.ofHex(fields));
        readsAndWrites("eb", fields, extension);
        assertThat(extension.fields())
                .containsExactly(
                        new VendorItem.ExtensionField(0xb2, "89860442191990934799"),
                        new VendorItem.ExtensionField(0x2d, "0f4e"));
    }

    @Test
    void keepsAnExtensionWhoseLengthsLie() {
        assertThat(read("eb", "0001 00")).isEqualTo(raw(0xeb, "000100"));
        assertThat(read("eb", "0004 002d 0f")).isEqualTo(raw(0xeb, "0004002d0f"));
        assertThat(read("eb", "ffff 002d 0f")).isEqualTo(raw(0xeb, "ffff002d0f"));
    }

    @Test
    void readsTheTailOfOldDevices() {
        String tail = hex(
                "00000000", // remaining
                "00003039", // mileage 12345 km
                "0078", // battery 12.0 V
                "00000000", // area id
                "18", // signal strength
                "000000");
        Uplink.LocationReport report = (Uplink.LocationReport) uplink(frame2013("0200", LOCATION + tail));
        assertThat(report.items()).isEmpty();
        assertThat(report.trailingHex()).isEqualTo(tail);
        assertThat(report.findOldTail()).hasValue(new OldTail(0, 12345, 120, 0, 24));
        assertThat(report.odometer_m()).isEqualTo(12_345_000);
    }

    @Test
    void readsItemsOfTheLengthOfAnOldTailAsItems() {
        String items = "0104000186a0" + "02020190" + "03020258" + "2a020000";
        Uplink.LocationReport report = (Uplink.LocationReport) uplink(frame2013("0200", LOCATION + items));
        assertThat(report.items()).hasSize(4);
        assertThat(report.findOldTail()).isEmpty();
    }

    /** The frequent items are read in another way than all are explained. */
    @Test
    void readsFrequentItemsAsTheyAreExplained() {
        Random random = new Random(808);
        for (int round = 0; round < 100_000; round++) {
            int id = random.nextInt(0x40);
            byte[] value = new byte[random.nextInt(6)];
            random.nextBytes(value);
            Body body = Body.wrap(value);
            Uplink.LocationReport report = (Uplink.LocationReport) uplinkWith(id, body);
            assertThat(report.items().getFirst()).isEqualTo(ItemReader.read(id, body));
        }
    }

    private static Uplink uplinkWith(int id, Body value) {
        String item = "%02x%02x".formatted(id, value.length()) + value.hex();
        Body body = Body.ofHex(LOCATION + "30011f" + item);
        Uplink.LocationReport both = LocationReader.read(body, 0, body.length());
        return both.items().size() < 2
                ? with(ItemReader.read(id, value))
                : with(both.items().get(1));
    }
}
