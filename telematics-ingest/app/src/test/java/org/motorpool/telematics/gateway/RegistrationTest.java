package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.boot.TableEventLog;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Downlink.RegisterReply;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.TelematicsCommand.UnbindTerminal;
import org.motorpool.telematics.contract.TelematicsEvent;

@QuarkusTest
@TestProfile(OneProcess.class)
class RegistrationTest {

    @Inject
    Fleet fleet;

    @Inject
    TableEventLog log;

    @Inject
    @DataSource("telemetry")
    AgroalDataSource dataSource;

    @Test
    void answersNoTerminalToAnUnknownPhone() {
        try (TestTerminal terminal = fleet.connect(Fleet.unbound())) {
            int serial = terminal.send(Uplinks.register());
            assertThat(terminal.receive()).isEqualTo(new RegisterReply(serial, 4, ""));
        }
    }

    @Test
    void answersNoVehicleToAPlateThatIsNotTheBoundOne() {
        try (TestTerminal terminal = fleet.connect(fleet.bound())) {
            int serial = terminal.send(Uplinks.register("苏B99999", Uplinks.TERMINAL_ID));
            assertThat(terminal.receive()).isEqualTo(new RegisterReply(serial, 2, ""));
        }
    }

    @Test
    void answersNoVehicleToAnEmptyPlate() {
        try (TestTerminal terminal = fleet.connect(fleet.bound())) {
            int serial = terminal.send(Uplinks.register("", Uplinks.TERMINAL_ID));
            assertThat(terminal.receive()).isEqualTo(new RegisterReply(serial, 2, ""));
        }
    }

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void answersNoTerminalToAnotherIdAndLeavesTheRightOneAlone(ProtocolVersion version) {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal right = fleet.connect(vehicle, version).login();
                TestTerminal wrong = fleet.connect(vehicle, version)) {
            int refused = wrong.send(Uplinks.register(Uplinks.PLATE, "T000002"));
            assertThat(wrong.receive()).isEqualTo(new RegisterReply(refused, 4, ""));
            int serial = right.send(new Uplink.Heartbeat(""));
            assertThat(right.receive()).isEqualTo(new GeneralReply(serial, 0x0002, 0));
        }
    }

    @Test
    void takesTheLastSevenOfALongerIdInTheFormOf2013AndAllOfItIn2019() {
        Fleet.Vehicle vehicle = Fleet.unbound();
        fleet.bind(vehicle, "MPOOL-T000001");
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            terminal.login();
        }
        try (TestTerminal terminal = fleet.connect(vehicle, ProtocolVersion.V2019)) {
            terminal.send(Uplinks.register(Uplinks.PLATE, "MPOOL-T000001"));
            assertThat(((RegisterReply) terminal.receive()).result()).isZero();
        }
    }

    @Test
    void letsATerminalThatRebootedRegisterAgainWhileItsOldConnectionIsOpen() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal before = fleet.connect(vehicle).login();
                TestTerminal after = fleet.connect(vehicle).login()) {
            before.awaitClose();
            int serial = after.send(new Uplink.Heartbeat(""));
            assertThat(after.receive()).isEqualTo(new GeneralReply(serial, 0x0002, 0));
        }
    }

    @Test
    void answersRegisteredToASecondIdWhereTheBindingTellsNone() {
        Fleet.Vehicle vehicle = Fleet.unbound();
        fleet.bind(vehicle, null);
        try (TestTerminal first = fleet.connect(vehicle).login();
                TestTerminal second = fleet.connect(vehicle)) {
            int serial = second.send(Uplinks.register(Uplinks.PLATE, "T000002"));
            assertThat(second.receive()).isEqualTo(new RegisterReply(serial, 3, ""));
            first.register();
        }
    }

    @Test
    void endsATerminalThatIsBoundUnderAnotherId() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            String code = terminal.register();
            terminal.authenticate(code);
            fleet.bind(vehicle, "T000002");
            terminal.awaitClose();
            try (TestTerminal again = fleet.connect(vehicle)) {
                int serial = again.send(new Uplink.Authenticate(code, "", ""));
                assertThat(again.receive()).isEqualTo(new GeneralReply(serial, 0x0102, 1));
            }
        }
    }

    @Test
    void keepsTheIdWhenABindingTellsNone() {
        Fleet.Vehicle vehicle = fleet.bound();
        fleet.bind(vehicle, null);
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            int serial = terminal.send(Uplinks.register(Uplinks.PLATE, "T000002"));
            assertThat(terminal.receive()).isEqualTo(new RegisterReply(serial, 4, ""));
            terminal.register();
        }
    }

    @Test
    void answersTheFrameOfTheStandardByteForByte() {
        Fleet.Vehicle vehicle = new Fleet.Vehicle(UUID.randomUUID(), "13012345678");
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            // 0x0100, the 37 bytes of 2013 without a plate, phone 013012345678, serial 0
            terminal.sendHex("7e 0100 0025 013012345678 0000 "
                    + "001f 0064 4d50545354 4d502d3100000000000000000000000000000000 54303030303031 00 7c 7e");
            assertThat(terminal.receive()).isEqualTo(new RegisterReply(0, 4, ""));
        }
    }

    @Test
    void storesTheCodeOnlyAsAHash() throws SQLException {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle, ProtocolVersion.V2019)) {
            String code = terminal.register();
            assertThat(hash(vehicle)).isNotEqualTo(code).isEqualTo(AuthCode.hash(code));
            terminal.authenticate(code);
        }
    }

    @Test
    void givesATerminalThatAsksTwiceTheSameCode() {
        try (TestTerminal terminal = fleet.connect(fleet.bound())) {
            assertThat(terminal.register()).isEqualTo(terminal.register());
        }
    }

    @Test
    void acceptsTheCodeOnALaterConnection() {
        Fleet.Vehicle vehicle = fleet.bound();
        String code;
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            code = terminal.register();
        }
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            terminal.authenticate(code);
        }
    }

    @Test
    void refusesAWrongCodeAndCloses() {
        try (TestTerminal terminal = fleet.connect(fleet.bound())) {
            terminal.register();
            int serial = terminal.send(new Uplink.Authenticate("wrong", "", ""));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0102, 1));
            assertThat(terminal.awaitClose()).isEmpty();
        }
    }

    @Test
    void refusesAPositionBeforeAuthenticationAndStoresNothing() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            int serial = terminal.send(Uplinks.position(Uplinks.now()));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0200, 1));
        }
        assertThat(fleet.positions(vehicle)).isZero();
    }

    @Test
    void refusesAPositionUnderThePhoneOfAnotherTerminal() {
        Fleet.Vehicle own = fleet.bound();
        Fleet.Vehicle other = fleet.bound();
        try (TestTerminal terminal = fleet.connect(own).login();
                TestTerminal forger = fleet.connect(other)) {
            terminal.write(forger.frame(Uplinks.position(Uplinks.now())));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(0, 0x0200, 1));
        }
        assertThat(fleet.positions(own) + fleet.positions(other)).isZero();
    }

    @Test
    void endsTheOlderConnectionOfATerminal() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal older = fleet.connect(vehicle).login();
                TestTerminal newer = fleet.connect(vehicle).login()) {
            older.awaitClose();
            newer.send(Uplinks.position(Uplinks.now()));
            assertThat(newer.receive()).isInstanceOf(GeneralReply.class);
        }
        assertThat(story(vehicle).subList(0, 4))
                .containsExactly("TerminalConnected", "TerminalDisconnected", "TerminalConnected", "PositionReported");
    }

    @Test
    void closesTheConnectionOfATerminalThatIsUnbound() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            fleet.handle(new UnbindTerminal(UUID.randomUUID(), vehicle.id(), vehicle.phone()));
            terminal.awaitClose();
        }
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            int serial = terminal.send(Uplinks.register());
            assertThat(terminal.receive()).isEqualTo(new RegisterReply(serial, 4, ""));
        }
    }

    @Test
    void ignoresAnUnbindOfTheVehicleATerminalHadBefore() {
        Fleet.Vehicle before = fleet.bound();
        Fleet.Vehicle after = new Fleet.Vehicle(UUID.randomUUID(), before.phone());
        fleet.bind(after);
        fleet.handle(new UnbindTerminal(UUID.randomUUID(), before.id(), before.phone()));
        try (TestTerminal terminal = fleet.connect(after).login()) {
            terminal.send(Uplinks.position(Uplinks.now()));
            terminal.receive();
        }
        assertThat(fleet.positions(after)).isEqualTo(1);
    }

    @Test
    void keepsTheCodeWhenABindingIsRepeated() {
        Fleet.Vehicle vehicle = fleet.bound();
        String code;
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            code = terminal.register();
        }
        fleet.bind(vehicle);
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            terminal.authenticate(code);
        }
    }

    @Test
    void forgetsTheCodeOfATerminalThatLogsOut() {
        Fleet.Vehicle vehicle = fleet.bound();
        String code;
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            code = terminal.register();
            terminal.authenticate(code);
            int serial = terminal.send(new Uplink.Logout());
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0003, 0));
            terminal.awaitClose();
        }
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            int serial = terminal.send(new Uplink.Authenticate(code, "", ""));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0102, 1));
        }
    }

    private List<String> story(Fleet.Vehicle vehicle) {
        return log.durable().stream()
                .filter(event -> event.vehicleId().equals(vehicle.id()))
                .map(TelematicsEvent::getClass)
                .map(Class::getSimpleName)
                .toList();
    }

    private String hash(Fleet.Vehicle vehicle) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select auth_code_hash from terminal where phone = ?")) {
            statement.setString(1, vehicle.phone());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
