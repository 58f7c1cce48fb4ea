package org.motorpool.telematics.codec;

import java.util.List;

/** What the platform shows, says and asks the people in the vehicle; 2019 has no bodies for 0x8301 to 0x8304. */
public sealed interface DriverDownlink extends Downlink {

    /**
     * 0x8301, the events a driver may report with 0x0301.
     *
     * @param operation 0 delete all, then there are no events; 1 replace, 2 add, 3 modify, 4 delete these, then without texts
     */
    record SetEvents(int operation, List<Event> events) implements DriverDownlink {
        public SetEvents {
            events = List.copyOf(events);
        }
    }

    /**
     * @param text 255 bytes of GBK at most
     */
    record Event(int id, String text) {}

    /**
     * 0x8302, ask the driver; 0x0302 answers.
     *
     * @param flags urgent (0), speak (3), advertising screen (4)
     * @param question 255 bytes of GBK at most
     */
    record AskQuestion(int flags, String question, List<Choice> choices) implements DriverDownlink {
        public AskQuestion {
            choices = List.copyOf(choices);
        }
    }

    /** An answer the driver may choose. */
    record Choice(int id, String text) {}

    /**
     * 0x8303, the news a driver may order with 0x0303.
     *
     * @param operation 0 delete all, then there are no items; 1 replace, 2 add, 3 modify
     */
    record SetMenu(int operation, List<MenuItem> items) implements DriverDownlink {
        public SetMenu {
            items = List.copyOf(items);
        }
    }

    /** News that may be ordered. */
    record MenuItem(int kind, String name) {}

    /**
     * 0x8304, news that were ordered.
     *
     * @param kind of 0x8303
     */
    record SendInformation(int kind, String text) implements DriverDownlink {}

    /**
     * 0x8400, call the platform.
     *
     * @param kind 0 to talk, 1 to be listened to
     * @param number 20 bytes at most
     */
    record CallBack(int kind, String number) implements DriverDownlink {}

    /**
     * 0x8401, the phone book.
     *
     * @param operation 0 delete all, then there are no contacts; 1 replace, 2 add, 3 modify by name
     */
    record SetPhoneBook(int operation, List<Contact> contacts) implements DriverDownlink {
        public SetPhoneBook {
            contacts = List.copyOf(contacts);
        }
    }

    /**
     * @param direction 1 may call in, 2 may be called, 3 both
     */
    record Contact(int direction, String number, String name) {}

    /** 0x8702, ask who drives; 0x0702 answers. */
    record QueryDriver() implements DriverDownlink {}
}
