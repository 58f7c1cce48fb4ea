package org.motorpool.telematics.gateway;

/** Why a readable message was refused; the label of a counter. */
enum Refusal {
    UNKNOWN_TERMINAL("unknown-terminal"),
    OTHER_VEHICLE("other-vehicle"),
    OTHER_TERMINAL("other-terminal"),
    ALREADY_REGISTERED("already-registered"),
    WRONG_CODE("wrong-code"),
    UNAUTHENTICATED("unauthenticated"),
    FOREIGN_PHONE("foreign-phone"),
    BAD_BODY("bad-body"),
    UNSUPPORTED("unsupported"),
    /** A split message whose parts did not all come. */
    INCOMPLETE("incomplete"),
    /** A text in brackets that asks for nothing we know. */
    TEXT("text"),
    ATTACHMENT("attachment");

    private final String label;

    Refusal(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
