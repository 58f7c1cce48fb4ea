package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.frame2013;
import static org.motorpool.telematics.codec.Frames.frame2019;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.Frames.readsAndWrites;
import static org.motorpool.telematics.codec.Frames.readsAndWrites2013;
import static org.motorpool.telematics.codec.Frames.readsAndWrites2019;
import static org.motorpool.telematics.codec.Frames.uplink;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.DriverUplink.Driver;
import org.motorpool.telematics.codec.DriverUplink.DriverCard;
import org.motorpool.telematics.codec.DriverUplink.DriverIdentity;

class DriverUplinkTest {
    private static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");
    private static final String CARD_IN = hex(
            "01", // card in
            "261123100000", // 2026-11-23 10:00:00 GMT+8
            "00", // read
            "04 d5c5c8fd", // 张三
            "3331303131352d37" + "00".repeat(12), // certificate "310115-7", 20 bytes
            "04 c9cfbaa3", // agency 上海
            "20301231"); // valid until 2030-12-31

    @Test
    void readsAndWritesAnEvent() {
        readsAndWrites("0301", "ff", new DriverUplink.EventReport(255));
    }

    @Test
    void readsAndWritesTheAnswerToAQuestion() {
        readsAndWrites("0302", hex("0102", "07"), new DriverUplink.QuestionAnswer(0x0102, 7));
    }

    @Test
    void readsAndWritesAnInformationOrder() {
        readsAndWrites(
                "0303",
                hex(
                        "05", // kind of news
                        "01"), // order
                new DriverUplink.InformationOrder(5, 1));
    }

    @Test
    void readsAndWritesAWaybill() {
        DriverUplink.Waybill waybill = new DriverUplink.Waybill(4, "d4cbb5a5");
        readsAndWrites("0701", hex("00000004", "d4cbb5a5"), waybill); // 运单 in GBK
        assertThat(waybill.text()).isEqualTo("运单");
    }

    @Test
    void keepsAWaybillWithALyingLength() {
        readsAndWrites("0701", hex("00000009", "4f4b"), new DriverUplink.Waybill(9, "4f4b"));
    }

    @Test
    void readsAndWritesACardOf2013() {
        readsAndWrites2013("0702", CARD_IN, identity(new Driver("张三", "310115-7", "上海", "20301231", "")));
    }

    @Test
    void readsAndWritesACardOf2019() {
        String body = CARD_IN + "333130313135313938303031303130303130" + "0000"; // ID card, 20 bytes
        readsAndWrites2019(
                "0702", body, identity(new Driver("张三", "310115-7", "上海", "20301231", "310115198001010010")));
    }

    @Test
    void readsACardOf2013InA2019Header() {
        assertThat(uplink(frame2019("0702", CARD_IN)))
                .isEqualTo(identity(new Driver("张三", "310115-7", "上海", "20301231", "")));
    }

    @Test
    void readsAndWritesACardThatWasTakenOut() {
        readsAndWrites("0702", hex("02", "261123100000"), new DriverIdentity(2, TEN, null));
    }

    @Test
    void readsAndWritesACardThatCouldNotBeRead() {
        readsAndWrites(
                "0702",
                hex("01", "261123100000", "02"), // locked
                new DriverIdentity(1, TEN, new DriverCard(2, null)));
    }

    @Test
    void readsAndWritesTheDriverOf2011() {
        String body = hex(
                "04 d5c5c8fd", // 张三
                "333130313135313938303031303130303130" + "0000", // ID card, 20 bytes
                "3331303131352d37" + "00".repeat(32), // certificate, 40 bytes
                "04 c9cfbaa3"); // agency 上海
        readsAndWrites2013(
                "0702", body, new DriverUplink.DriverIdentityOf2011("张三", "310115198001010010", "310115-7", "上海"));
    }

    @Test
    void namesWhatIsMissingOfADriver() {
        String cut = CARD_IN.substring(0, 40); // certificate from byte 13 on, 20 bytes
        assertThat(uplink(frame2013("0702", cut)))
                .isEqualTo(new Uplink.Malformed(0x0702, "certificate needs 20 bytes at 13, the body ends at 20", cut));
    }

    private static DriverIdentity identity(Driver driver) {
        return new DriverIdentity(1, TEN, new DriverCard(0, driver));
    }
}
