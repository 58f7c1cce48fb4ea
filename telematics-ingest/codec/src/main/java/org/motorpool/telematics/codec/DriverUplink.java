package org.motorpool.telematics.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes from the people in the vehicle: identity, answers, orders. */
public sealed interface DriverUplink extends Uplink {

    /** 0x0301, an event of the list set by 0x8301 happened. */
    record EventReport(int eventId) implements DriverUplink {}

    /** 0x0302, the answer to a question asked by 0x8302. */
    record QuestionAnswer(int answeredSerial, int answerId) implements DriverUplink, Answer {}

    /**
     * 0x0303, news of the menu set by 0x8303 are wanted or not.
     *
     * @param action 0 cancel, 1 order
     */
    record InformationOrder(int kind, int action) implements DriverUplink {}

    /**
     * 0x0701, electronic waybill; some send the answer to a text command in it.
     *
     * @param declared length the terminal announced
     */
    record Waybill(long declared, String hex) implements DriverUplink {
        /** The content as a GBK string. */
        public String text() {
            Body content = Body.ofHex(hex);
            return content.text(0, content.length());
        }
    }

    /**
     * 0x0702 of 2013 and 2019, a driver's card was put in or taken out.
     *
     * @param status 1 in, 2 out
     * @param changedAt null when it is not a date
     * @param card null when the terminal says nothing of it, as most do when it is out
     */
    record DriverIdentity(
            int status,
            @Nullable Instant changedAt,
            @Nullable DriverCard card) implements DriverUplink, Answer {}

    /**
     * What became of reading a driver's card.
     *
     * @param result 0 read, 1 key not right, 2 locked, 3 taken out, 4 data not right
     * @param driver null unless it could be read
     */
    record DriverCard(int result, @Nullable Driver driver) {}

    /**
     * Who a driver's card says its owner is.
     *
     * @param certificate number of the qualification certificate
     * @param agency that issued it
     * @param expiry yyyyMMdd as the terminal has it
     * @param idCard 2019 only, else empty
     */
    record Driver(String name, String certificate, String agency, String expiry, String idCard) {}

    /** 0x0702 of 2011, the driver in the terminal's memory. */
    record DriverIdentityOf2011(String name, String idCard, String certificate, String agency)
            implements DriverUplink, Answer {}
}
