package org.motorpool.telematics.contract;

/** A field of an {@link Instruction} breaks a rule. Who lets people write instructions shows them field and reason. */
public final class InvalidInstruction extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;
    private final String reasonEn;

    InvalidInstruction(String field, String reason, String reasonEn) {
        super(reason + " / " + reasonEn);
        this.field = field;
        this.reason = reason;
        this.reasonEn = reasonEn;
    }

    /** The component of the record at fault. */
    public String field() {
        return field;
    }

    /** The rule and the value, in Chinese. */
    public String reason() {
        return reason;
    }

    /** The same in English. */
    public String reasonEn() {
        return reasonEn;
    }
}
