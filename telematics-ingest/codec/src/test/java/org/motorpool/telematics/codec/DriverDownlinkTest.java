package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.DownlinkFrames.reads;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWritesInBothVersions;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.ProtocolVersion.V2013;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.DriverDownlink.Choice;
import org.motorpool.telematics.codec.DriverDownlink.Contact;
import org.motorpool.telematics.codec.DriverDownlink.Event;
import org.motorpool.telematics.codec.DriverDownlink.MenuItem;

class DriverDownlinkTest {
    @Test
    void setsEvents() {
        String body = hex(
                "02", // add
                "02", // number
                "01",
                "04",
                "b9cad5cf", // 故障
                "02",
                "00"); // no text
        readsAndWritesInBothVersions(
                0x8301, body, new DriverDownlink.SetEvents(2, List.of(new Event(1, "故障"), new Event(2, ""))));
    }

    @Test
    void deletesAllEventsWithoutAList() {
        readsAndWritesInBothVersions(0x8301, "00", new DriverDownlink.SetEvents(0, List.of()));
        assertThat(FrameEncoder.findProblem(new DriverDownlink.SetEvents(0, List.of(new Event(1, ""))), V2013))
                .contains("items are 1, may be none with operation 0");
    }

    @Test
    void readsIdsOfEventsToDelete() {
        DriverDownlink message = new DriverDownlink.SetEvents(4, List.of(new Event(1, ""), new Event(7, "")));
        readsAndWritesInBothVersions(0x8301, hex("04", "02", "01", "00", "07", "00"), message);
        reads(V2013, 0x8301, hex("04", "02", "01", "07"), message);
    }

    @Test
    void readsTheTwoNumbersOf2011() {
        DriverDownlink message = new DriverDownlink.SetEvents(1, List.of(new Event(1, "ab")));
        reads(V2013, 0x8301, hex("01", "05", "01", "01", "02", "6162"), message); // 5 in all packets, 1 here
    }

    @Test
    void asksAQuestion() {
        String body = hex(
                "08", // speak
                "06",
                "b5bdc1cbc2f0", // 到了吗
                "01",
                "0002",
                "cac7", // 是
                "02",
                "0002",
                "b7f1"); // 否
        readsAndWritesInBothVersions(
                0x8302,
                body,
                new DriverDownlink.AskQuestion(8, "到了吗", List.of(new Choice(1, "是"), new Choice(2, "否"))));
    }

    @Test
    void setsTheMenuOfNews() {
        String body = hex("01", "01", "03", "0004", "cce5d3fd"); // replace; one item, 体育
        readsAndWritesInBothVersions(0x8303, body, new DriverDownlink.SetMenu(1, List.of(new MenuItem(3, "体育"))));
        readsAndWritesInBothVersions(0x8303, "00", new DriverDownlink.SetMenu(0, List.of()));
    }

    @Test
    void sendsNews() {
        DriverDownlink message = new DriverDownlink.SendInformation(3, "体育");
        readsAndWritesInBothVersions(0x8304, hex("03", "0004", "cce5d3fd"), message);
        reads(V2013, 0x8304, hex("03", "0008", "0004", "cce5d3fd"), message); // 2011: 8 in all packets, 4 here
    }

    @Test
    void lacksNothingInACallBack() {
        readsAndWritesInBothVersions(0x8400, hex("01", "3130303836"), new DriverDownlink.CallBack(1, "10086"));
        assertThat(FrameEncoder.findProblem(new DriverDownlink.CallBack(0, "1".repeat(21)), V2013))
                .contains("number has length 21, may have 20 at most");
    }

    @Test
    void setsThePhoneBook() {
        String body = hex(
                "02", // add
                "01", // number
                "03", // both directions
                "05",
                "3130303836", // 10086
                "04",
                "b5f7b6c8"); // 调度
        readsAndWritesInBothVersions(
                0x8401, body, new DriverDownlink.SetPhoneBook(2, List.of(new Contact(3, "10086", "调度"))));
        readsAndWritesInBothVersions(0x8401, "00", new DriverDownlink.SetPhoneBook(0, List.of()));
    }

    @Test
    void asksWhoDrives() {
        readsAndWritesInBothVersions(0x8702, "", new DriverDownlink.QueryDriver());
    }

    @Test
    void namesCharactersThatTerminalsLack() {
        assertThat(FrameEncoder.findProblem(new Downlink.SendText(4, 0, "好😀"), V2013))
                .contains("text has characters that GBK lacks");
    }
}
