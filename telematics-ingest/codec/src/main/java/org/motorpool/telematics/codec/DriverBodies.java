package org.motorpool.telematics.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.DriverUplink.Driver;
import org.motorpool.telematics.codec.DriverUplink.DriverCard;

/** Reads and writes the bodies of {@link DriverUplink}. */
final class DriverBodies {
    private static final int CERTIFICATE_BYTES = 20;
    private static final int CERTIFICATE_BYTES_OF_2011 = 40;
    private static final int EXPIRY_BYTES = 4;
    private static final int ID_CARD_BYTES = 20;

    /** One character more than a status of 2013 says as a length. */
    private static final int SHORTEST_NAME_BYTES = 3;

    private DriverBodies() {}

    static DriverUplink questionAnswer(FieldReader in) {
        return new DriverUplink.QuestionAnswer(in.u16("answered serial"), in.u8("answer"));
    }

    static DriverUplink informationOrder(FieldReader in) {
        return new DriverUplink.InformationOrder(in.u8("kind"), in.u8("action"));
    }

    static DriverUplink waybill(FieldReader in) {
        return new DriverUplink.Waybill(in.u32("length"), in.hex("waybill"));
    }

    static DriverUplink identity(ProtocolVersion version, FieldReader in) {
        if (version == ProtocolVersion.V2013 && of2011Ahead(in)) {
            return new DriverUplink.DriverIdentityOf2011(
                    in.counted(1, "driver"),
                    in.text(ID_CARD_BYTES, "id card"),
                    in.text(CERTIFICATE_BYTES_OF_2011, "certificate"),
                    in.counted(1, "agency"));
        }
        int status = in.u8("card in or out");
        @Nullable Instant changedAt = in.time("time");
        return new DriverUplink.DriverIdentity(status, changedAt, in.left() > 0 ? card(in) : null);
    }

    /** Begins with the length of a name, not with status and time, and its strings end with the body. */
    private static boolean of2011Ahead(FieldReader in) {
        int name = in.peek(0);
        int agency = 1 + name + ID_CARD_BYTES + CERTIFICATE_BYTES_OF_2011;
        boolean timeAhead = in.peekTime(1) != null || in.peek32(1) == 0 && in.peek16(5) == 0;
        return name >= SHORTEST_NAME_BYTES && !timeAhead && in.left() == agency + 1 + in.peek(agency);
    }

    private static DriverCard card(FieldReader in) {
        int result = in.u8("result");
        return new DriverCard(result, in.left() > 0 ? driver(in) : null);
    }

    private static Driver driver(FieldReader in) {
        return new Driver(
                in.counted(1, "driver"),
                in.text(CERTIFICATE_BYTES, "certificate"),
                in.counted(1, "agency"),
                in.digits(EXPIRY_BYTES, "valid until"),
                in.has(ID_CARD_BYTES) ? in.text(ID_CARD_BYTES, "id card") : "");
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(DriverUplink message, ProtocolVersion version, FieldWriter out) {
        return switch (message) {
            case DriverUplink.EventReport(int eventId) -> {
                out.u8(eventId);
                yield MessageId.EVENT_REPORT;
            }
            case DriverUplink.QuestionAnswer(int serial, int answerId) -> {
                out.u16(serial).u8(answerId);
                yield MessageId.QUESTION_ANSWER;
            }
            case DriverUplink.InformationOrder(int kind, int action) -> {
                out.u8(kind).u8(action);
                yield MessageId.INFORMATION_ORDER;
            }
            case DriverUplink.Waybill(long declared, String hex) -> {
                out.u32(declared).hex(hex);
                yield MessageId.WAYBILL;
            }
            case DriverUplink.DriverIdentity identity -> identity(identity, version, out);
            case DriverUplink.DriverIdentityOf2011 identity -> identity(identity, out);
        };
    }

    private static int identity(DriverUplink.DriverIdentity identity, ProtocolVersion version, FieldWriter out) {
        out.u8(identity.status()).time(identity.changedAt());
        DriverCard card = identity.card();
        if (card != null) {
            out.u8(card.result());
            Driver driver = card.driver();
            if (driver != null) {
                driver(driver, version, out);
            }
        }
        return MessageId.DRIVER_IDENTITY;
    }

    private static void driver(Driver driver, ProtocolVersion version, FieldWriter out) {
        out.counted("name", 1, driver.name())
                .text("certificate", CERTIFICATE_BYTES, driver.certificate())
                .counted("agency", 1, driver.agency())
                .hex(driver.expiry());
        if (version == ProtocolVersion.V2019 || !driver.idCard().isEmpty()) {
            out.text("idCard", ID_CARD_BYTES, driver.idCard());
        }
    }

    /** A shorter name is filled up: with its length the body would begin like one of 2013. */
    private static int identity(DriverUplink.DriverIdentityOf2011 identity, FieldWriter out) {
        int missing = Math.max(0, SHORTEST_NAME_BYTES - Body.gbk(identity.name()).length);
        out.counted("name", 1, identity.name() + " ".repeat(missing))
                .text("idCard", ID_CARD_BYTES, identity.idCard())
                .text("certificate", CERTIFICATE_BYTES_OF_2011, identity.certificate())
                .counted("agency", 1, identity.agency());
        return MessageId.DRIVER_IDENTITY;
    }
}
