package org.motorpool.telematics.recorder;

/** A parameter that the caller must mend; becomes a problem document. */
public final class InvalidParameter extends Exception {

    private static final long serialVersionUID = 1;

    private final String field;

    public InvalidParameter(String field, String chinese, String english) {
        super(chinese + " / " + english);
        this.field = field;
    }

    public Problem problem() {
        return new Problem(
                "urn:motorpool:problem:invalid-parameter",
                "参数无效 / Invalid parameter",
                400,
                String.valueOf(getMessage()),
                "invalid-parameter",
                field);
    }
}
