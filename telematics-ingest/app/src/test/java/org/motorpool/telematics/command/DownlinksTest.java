package org.motorpool.telematics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.contract.AreaInstruction;
import org.motorpool.telematics.contract.AreaInstruction.AreaEffect;
import org.motorpool.telematics.contract.AreaInstruction.AreaKind;
import org.motorpool.telematics.contract.AreaInstruction.AreaOperation;
import org.motorpool.telematics.contract.AreaInstruction.AreaPoint;
import org.motorpool.telematics.contract.AreaInstruction.AreaRules;
import org.motorpool.telematics.contract.ControlInstruction;
import org.motorpool.telematics.contract.ControlInstruction.DoorAction;
import org.motorpool.telematics.contract.ControlInstruction.TerminalAction;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.LocationInstruction.ConfirmableAlarm;
import org.motorpool.telematics.contract.MediaInstruction;
import org.motorpool.telematics.contract.MediaInstruction.AfterUpload;
import org.motorpool.telematics.contract.MediaInstruction.Keeping;
import org.motorpool.telematics.contract.MediaInstruction.MediaEvent;
import org.motorpool.telematics.contract.MediaInstruction.MediaFilter;
import org.motorpool.telematics.contract.MediaInstruction.Recording;
import org.motorpool.telematics.contract.MediaInstruction.Shooting;
import org.motorpool.telematics.contract.MediaKind;
import org.motorpool.telematics.contract.ParameterInstruction;
import org.motorpool.telematics.contract.ParameterInstruction.Parameter;
import org.motorpool.telematics.contract.TextInstruction;
import org.motorpool.telematics.contract.TextInstruction.CallKind;
import org.motorpool.telematics.contract.TextInstruction.Option;
import org.motorpool.telematics.contract.TextInstruction.TextKind;
import org.motorpool.telematics.contract.TextInstruction.TextUse;
import org.motorpool.telematics.contract.TextInstruction.Urgency;

/** Bodies are written by hand from the tables of JT/T 808-2013 and 2019. */
class DownlinksTest {

    private static final ProtocolVersion V2013 = ProtocolVersion.V2013;
    private static final ProtocolVersion V2019 = ProtocolVersion.V2019;
    private static final Instant FROM = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-24T00:00:00Z");
    private static final AreaRules EVERY_DAY = new AreaRules(
            null,
            null,
            LocalTime.of(8, 0),
            LocalTime.of(18, 30),
            new AreaInstruction.SpeedLimit(60, 10, 40),
            List.of(AreaEffect.PLATFORM_WARNED_ENTERING, AreaEffect.PLATFORM_WARNED_LEAVING));
    private static final AreaRules ONE_DAY =
            new AreaRules(FROM, TO, null, null, null, List.of(AreaEffect.DRIVER_WARNED_LEAVING));

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("messages")
    void writesTheMessage(Instruction instruction, ProtocolVersion version, int messageId, String body) {
        Decoded.Frame frame = frame(instruction, version);
        assertThat(frame.header().messageId()).isEqualTo(messageId);
        assertThat(frame.body().hex()).isEqualTo(body.replace(" ", ""));
    }

    @Test
    void knowsEveryInstruction() {
        Set<Class<?>> shown = new HashSet<>();
        messages().forEach(arguments -> shown.add(arguments.get()[0].getClass()));
        assertThat(shown).containsAll(Instruction.WIRE_TYPES.values());
    }

    @Test
    void hasNoWordsForAVendorsControlIn2013() {
        var control =
                new ControlInstruction.ControlVehicle(null, List.of(new ControlInstruction.VendorControl(0xf001, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> frame(control, V2013));
    }

    @Test
    void splitsAFirmwareIntoFramesThatTheTerminalJoins() {
        byte[] firmware = new byte[3000];
        var upgrade = new ControlInstruction.SendUpgrade(
                null, "MPTST", "2.1", Base64.getEncoder().encodeToString(firmware));
        // type, maker, version with its length, length of the data, data
        assertThat(frame(upgrade, V2019).body().length()).isEqualTo(1 + 5 + 1 + 3 + 4 + 3000);
    }

    static Stream<Arguments> messages() {
        return Stream.of(texts(), locations(), parameters(), areas(), control(), media())
                .flatMap(family -> family);
    }

    private static Stream<Arguments> texts() {
        var text = new TextInstruction.SendText("请返回单位", null, null);
        var urgent = new TextInstruction.SendText("请返回单位", TextKind.URGENT, List.of(TextUse.ADVERTISING));
        var service = new TextInstruction.SendText("请返回单位", TextKind.SERVICE, List.of(TextUse.SPEAK));
        var question = new TextInstruction.AskQuestion(
                "能否接单？", List.of(new Option(1, "能"), new Option(2, "不能")), Urgency.URGENT, null);
        return Stream.of(
                // display and speak; text
                row(text, V2013, 0x8300, "0c c7ebb7b5bbd8b5a5cebb"),
                // notice, display and speak; kind notice; text
                row(text, V2019, 0x8300, "0f 01 c7ebb7b5bbd8b5a5cebb"),
                row(urgent, V2013, 0x8300, "11 c7ebb7b5bbd8b5a5cebb"),
                row(urgent, V2019, 0x8300, "12 01 c7ebb7b5bbd8b5a5cebb"),
                row(service, V2019, 0x8300, "09 02 c7ebb7b5bbd8b5a5cebb"),
                // urgent and speak; question; answers with their lengths
                row(question, V2013, 0x8302, "09 0a c4dcb7f1bdd3b5a5a3bf 01 0002 c4dc 02 0004 b2bbc4dc"),
                row(
                        new TextInstruction.CallBack("02112345678", CallKind.LISTEN),
                        V2013,
                        0x8400,
                        "01 3032313132333435363738"),
                row(new TextInstruction.QueryDriver(), V2019, 0x8702, ""));
    }

    private static Stream<Arguments> locations() {
        var confirm = new LocationInstruction.ConfirmAlarms(
                List.of(ConfirmableAlarm.EMERGENCY, ConfirmableAlarm.ILLEGAL_MOVE), null);
        return Stream.of(
                row(new LocationInstruction.LocateNow(), V2013, 0x8201, ""),
                row(new LocationInstruction.TrackVehicle(5, 600L), V2013, 0x8202, "0005 00000258"),
                row(new LocationInstruction.TrackVehicle(0, null), V2013, 0x8202, "0000"),
                // one parameter: id, length, value
                row(new LocationInstruction.SetReportInterval(30), V2013, 0x8103, "01 00000029 04 0000001e"),
                // all reports; bits 0 and 28
                row(confirm, V2013, 0x8203, "0000 10000001"),
                row(new LocationInstruction.CheckLink(), V2019, 0x8204, ""));
    }

    private static Stream<Arguments> parameters() {
        var set = new ParameterInstruction.SetParameters(List.of(
                new Parameter("0x0029", "30"),
                new Parameter("0x0013", "gps.example.cn"),
                new Parameter("0x0084", "2"),
                new Parameter("0x0032", "16000500")));
        return Stream.of(
                row(new ParameterInstruction.QueryAttributes(), V2013, 0x8107, ""),
                row(new ParameterInstruction.QueryParameters(null), V2013, 0x8104, ""),
                row(
                        new ParameterInstruction.QueryParameters(List.of("0x0029", "0x0055")),
                        V2013,
                        0x8106,
                        "02 00000029 00000055"),
                row(
                        set,
                        V2019,
                        0x8103,
                        "04 00000029 04 0000001e 00000013 0e 6770732e6578616d706c652e636e 00000084 01 02 "
                                + "00000032 04 16000500"));
    }

    private static Stream<Arguments> areas() {
        var circle = new AreaInstruction.Circle(1L, "机关大院", at(31.2304, 121.4737), 500L, EVERY_DAY);
        var circles = new AreaInstruction.SetCircles(null, List.of(circle));
        var rectangles = new AreaInstruction.SetRectangles(
                AreaOperation.REPLACE,
                List.of(new AreaInstruction.Rectangle(2L, "浦东", at(31.3, 121.4), at(31.1, 121.6), ONE_DAY)));
        var polygon = new AreaInstruction.SetPolygon(new AreaInstruction.Polygon(
                3L, "外滩", List.of(at(31.24, 121.48), at(31.25, 121.49), at(31.23, 121.5)), null));
        // append one; id, attributes: time, speed, in and out to the platform; place, radius, daily hours, limit
        String about = "01 01 00000001 002b 01dc89c0 073d8aa4 000001f4 000000080000 000000183000 003c 0a";
        return Stream.of(
                row(circles, V2013, 0x8600, about),
                // limit by night, name with its length
                row(circles, V2019, 0x8600, about + "0028 0008 bbfab9d8b4f3d4ba"),
                // replace, one; id, attributes: time, out to the driver; corners, period in GMT+8
                row(
                        rectangles,
                        V2013,
                        0x8602,
                        "00 01 00000002 0011 01dd99a0 073c6ac0 01da8c60 073f7800 261123080000 261124080000"),
                // id, attributes, points, name
                row(
                        polygon,
                        V2019,
                        0x8604,
                        "00000003 0000 0003 01dcaf40 073da340 01dcd650 073dca50 01dc8830 073df160 0004 cde2ccb2"),
                // id, attributes, period, points: id, segment, place, width, attributes: time and limit, times, limit
                row(
                        route(),
                        V2013,
                        0x8606,
                        "00000004 0011 261123080000 261124080000 0002 "
                                + "00000029 00000001 01dcaf40 073da340 32 03 0708 0258 0050 05 "
                                + "0000002a 00000002 01db4fb0 07428540 32 00"),
                row(
                        new AreaInstruction.DeleteAreas(AreaKind.CIRCLE, List.of(1L, 2L)),
                        V2013,
                        0x8601,
                        "02 00000001 00000002"),
                row(new AreaInstruction.DeleteAreas(AreaKind.RECTANGLE, null), V2013, 0x8603, "00"),
                row(new AreaInstruction.DeleteAreas(AreaKind.POLYGON, null), V2013, 0x8605, "00"),
                row(new AreaInstruction.DeleteAreas(AreaKind.ROUTE, null), V2013, 0x8607, "00"),
                row(new AreaInstruction.QueryAreas(AreaKind.POLYGON, null), V2019, 0x8608, "03 00000000"));
    }

    private static Instruction route() {
        var limit = new AreaInstruction.SpeedLimit(80, 5, null);
        return new AreaInstruction.SetRoute(new AreaInstruction.Route(
                4L,
                "机场线",
                List.of(
                        new AreaInstruction.TurningPoint(41L, 1L, at(31.24, 121.48), 50, 1800, 600, limit),
                        new AreaInstruction.TurningPoint(42L, 2L, at(31.15, 121.8), 50, null, null, null)),
                ONE_DAY));
    }

    private static Stream<Arguments> control() {
        var over = new ControlInstruction.UpgradeOverAir(
                "http://fw.example.cn/a.bin", "CMIOT", null, null, "fw.example.cn", 8000, 0, "MPTST", "1.0", "2.1", 10);
        var connect = new ControlInstruction.ConnectServer(
                false, "A1", "CMIOT", null, null, "sup.example.cn", 9000, null, 60);
        var back = new ControlInstruction.ConnectServer(true, null, null, null, null, null, null, null, null);
        var lock = new ControlInstruction.ControlVehicle(DoorAction.LOCK, null);
        var more = new ControlInstruction.ControlVehicle(
                DoorAction.UNLOCK, List.of(new ControlInstruction.VendorControl(0xf001, 1)));
        return Stream.of(
                row(new ControlInstruction.ControlTerminal(TerminalAction.RESET, null), V2013, 0x8105, "04"),
                row(new ControlInstruction.ControlTerminal(TerminalAction.VENDOR, 0xf0), V2013, 0x8105, "f0"),
                // http://fw.example.cn/a.bin;CMIOT;;;fw.example.cn;8000;0;MPTST;1.0;2.1;10
                row(
                        over,
                        V2013,
                        0x8105,
                        "01 687474703a2f2f66772e6578616d706c652e636e2f612e62696e3b434d494f543b3b3b66772e6578616d706c652e636e"
                                + "3b383030303b303b4d505453543b312e303b322e313b3130"),
                // 0;A1;CMIOT;;;sup.example.cn;9000;;60
                row(
                        connect,
                        V2013,
                        0x8105,
                        "02 303b41313b434d494f543b3b3b7375702e6578616d706c652e636e3b393030303b3b3630"),
                row(back, V2013, 0x8105, "02 31"),
                row(lock, V2013, 0x8500, "01"),
                // one control: doors, lock
                row(lock, V2019, 0x8500, "0001 0001 00"),
                row(more, V2019, 0x8500, "0002 0001 01 f001 01"),
                // terminal, maker, version, data
                row(
                        new ControlInstruction.SendUpgrade(null, "MPTST", "2.1", "AQID"),
                        V2013,
                        0x8108,
                        "00 4d50545354 03 322e31 00000003 010203"),
                row(new ControlInstruction.PassThrough(0x41, "0A0B0C"), V2013, 0x8900, "41 0a0b0c"));
    }

    private static Stream<Arguments> media() {
        var day = new MediaFilter(null, 2, MediaEvent.TIMER, FROM, TO);
        return Stream.of(
                // channel, count, interval, upload, 640 x 480, quality, brightness, contrast, saturation, chroma
                row(shoot(Shooting.PHOTOS), V2013, 0x8801, "01 0003 0005 00 02 05 80 40 40 80"),
                row(shoot(Shooting.VIDEO), V2013, 0x8801, "01 ffff 0005 00 02 05 80 40 40 80"),
                row(shoot(Shooting.STOP), V2013, 0x8801, "01 0000 0005 00 02 05 80 40 40 80"),
                // start, seconds, store, 8 kHz
                row(
                        new MediaInstruction.RecordAudio(Recording.START, 30, Keeping.STORE, null),
                        V2013,
                        0x8804,
                        "01 001e 01 00"),
                row(new MediaInstruction.RecordAudio(Recording.STOP, null, null, null), V2013, 0x8804, "00 0000 00 00"),
                // photo, channel, timer, period in GMT+8
                row(new MediaInstruction.SearchMedia(day), V2013, 0x8802, "00 02 01 261123080000 261124080000"),
                row(
                        new MediaInstruction.UploadMedia(
                                new MediaFilter(MediaKind.VIDEO, null, null, null, null), AfterUpload.DELETE),
                        V2013,
                        0x8803,
                        "02 00 00 000000000000 000000000000 01"),
                row(new MediaInstruction.UploadMediaItem(4711L, null), V2013, 0x8805, "00001267 00"),
                // host, TCP and UDP port, terminal id T000001, time, sequence 0, 2 files, number A1, reserved
                row(
                        new MediaInstruction.SendAttachments(
                                "a.cn", 7611, null, "54303030303031 261123080000 00 02 00".replace(" ", ""), "A1"),
                        V2013,
                        0x9208,
                        "04 612e636e 1dbb 0000 54303030303031 261123080000 00 02 00 4131" + "00".repeat(30 + 16)));
    }

    private static Instruction shoot(Shooting shooting) {
        return new MediaInstruction.Shoot(1, shooting, 3, 5, null, null, null);
    }

    private static AreaPoint at(double latitude, double longitude) {
        return new AreaPoint(latitude, longitude);
    }

    private static Arguments row(Instruction instruction, ProtocolVersion version, int messageId, String body) {
        return Arguments.of(instruction, version, messageId, body);
    }

    private static Decoded.Frame frame(Instruction instruction, ProtocolVersion version) {
        ByteBuf out = Unpooled.buffer();
        FrameEncoder.encode(Downlinks.of(instruction, version), Address.of(version, "13800000001"), 7, out);
        return new FrameDecoder(FrameRules.STRICT)
                .decode(out, Instant.now()).stream()
                        .filter(Decoded.Frame.class::isInstance)
                        .map(Decoded.Frame.class::cast)
                        .findFirst()
                        .orElseThrow();
    }
}
