package org.motorpool.telematics.codec;

/** Whether what a person wants a terminal parameter to be can be sent. */
public sealed interface ParameterCheck {

    /** It can: as this. */
    record Accepted(Parameter parameter) implements ParameterCheck {}

    /** It cannot; both sentences name the parameter, its type and what it may be. */
    record Refused(String chinese, String english) implements ParameterCheck {}
}
