package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.telematics.codec.DriverDownlink.Choice;
import org.motorpool.telematics.codec.DriverDownlink.Contact;
import org.motorpool.telematics.codec.DriverDownlink.Event;
import org.motorpool.telematics.codec.DriverDownlink.MenuItem;

/** Reads and writes the bodies of {@link DriverDownlink}; what 2011 has otherwise is read, not written. */
final class DriverDownlinkBodies {
    private static final int DELETE_ALL = 0;
    private static final int DELETE_THESE = 4;
    private static final int NUMBER_MAX_BYTES = 20;

    private DriverDownlinkBodies() {}

    static DriverDownlink setEvents(FieldReader in) {
        int operation = in.u8("operation");
        return new DriverDownlink.SetEvents(operation, operation == DELETE_ALL ? List.of() : events(operation, in));
    }

    /** Events to delete need no texts, and some leave the lengths out too. */
    private static List<Event> events(int operation, FieldReader in) {
        boolean idsOnly = operation == DELETE_THESE
                && in.left() == 1 + in.peek(0)
                && !in.fits(trial -> CountedItems.read(trial, DriverDownlinkBodies::event));
        return CountedItems.read(in, idsOnly ? DriverDownlinkBodies::eventId : DriverDownlinkBodies::event);
    }

    private static Event event(FieldReader in) {
        return new Event(in.u8("event"), in.counted(1, "text"));
    }

    private static Event eventId(FieldReader in) {
        return new Event(in.u8("event"), "");
    }

    static DriverDownlink askQuestion(FieldReader in) {
        int flags = (int) in.bits(1, "flags");
        String question = in.counted(1, "question");
        List<Choice> choices = new ArrayList<>();
        while (in.has(1)) {
            choices.add(new Choice(in.u8("answer"), in.counted(2, "text")));
        }
        return new DriverDownlink.AskQuestion(flags, question, choices);
    }

    static DriverDownlink setMenu(FieldReader in) {
        int operation = in.u8("operation");
        return new DriverDownlink.SetMenu(
                operation, operation == DELETE_ALL ? List.of() : CountedItems.read(in, DriverDownlinkBodies::menuItem));
    }

    private static MenuItem menuItem(FieldReader in) {
        return new MenuItem(in.u8("kind"), in.counted(2, "name"));
    }

    static DriverDownlink sendInformation(FieldReader in) {
        int kind = in.u8("kind");
        if (!in.fits(trial -> trial.counted(2, "text")) && in.peek16(2) == in.left() - 4) {
            in.u16("length in all packets"); // 2011
        }
        return new DriverDownlink.SendInformation(kind, in.counted(2, "text"));
    }

    static DriverDownlink callBack(FieldReader in) {
        return new DriverDownlink.CallBack(
                in.u8("kind"), in.text(Math.clamp(in.left(), 0, NUMBER_MAX_BYTES), "number"));
    }

    static DriverDownlink setPhoneBook(FieldReader in) {
        int operation = in.u8("operation");
        return new DriverDownlink.SetPhoneBook(
                operation, operation == DELETE_ALL ? List.of() : CountedItems.read(in, DriverDownlinkBodies::contact));
    }

    private static Contact contact(FieldReader in) {
        return new Contact(in.u8("direction"), in.counted(1, "number"), in.counted(1, "name"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(DriverDownlink message, FieldWriter out) {
        return switch (message) {
            case DriverDownlink.SetEvents(int operation, List<Event> events) -> {
                items(operation, events, out)
                        .each(events, event -> out.u8("id", event.id()).counted("text", 1, event.text()));
                yield MessageId.SET_EVENTS;
            }
            case DriverDownlink.AskQuestion(int flags, String question, List<Choice> choices) -> {
                out.u8("flags", flags)
                        .counted("question", 1, question)
                        .each(choices, choice -> out.u8("id", choice.id()).counted("text", 2, choice.text()));
                yield MessageId.ASK_QUESTION;
            }
            case DriverDownlink.SetMenu(int operation, List<MenuItem> items) -> {
                items(operation, items, out)
                        .each(items, item -> out.u8("kind", item.kind()).counted("name", 2, item.name()));
                yield MessageId.SET_MENU;
            }
            case DriverDownlink.SendInformation(int kind, String text) -> {
                out.u8("kind", kind).counted("text", 2, text);
                yield MessageId.SEND_INFORMATION;
            }
            case DriverDownlink.CallBack(int kind, String number) -> {
                out.u8("kind", kind).limited("number", NUMBER_MAX_BYTES, number);
                yield MessageId.CALL_BACK;
            }
            case DriverDownlink.SetPhoneBook(int operation, List<Contact> contacts) -> {
                items(operation, contacts, out).each(contacts, contact -> out.u8("direction", contact.direction())
                        .counted("number", 1, contact.number())
                        .counted("name", 1, contact.name()));
                yield MessageId.SET_PHONE_BOOK;
            }
            case DriverDownlink.QueryDriver() -> MessageId.QUERY_DRIVER;
        };
    }

    /** What deletes everything has no list behind it. */
    private static FieldWriter items(int operation, List<?> items, FieldWriter out) {
        out.u8("operation", operation);
        if (operation != DELETE_ALL) {
            return out.count("items", 1, items.size());
        }
        return items.isEmpty() ? out : out.refuse("items are %d, may be none with operation 0".formatted(items.size()));
    }
}
