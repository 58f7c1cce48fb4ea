package org.motorpool.dispatch.compliance;

/**
 * What a method of disposal needs, as in force when the disposal was applied for.
 *
 * @param noticeDays days of public notice before the execution, 0 for none
 */
public record DisposalRule(
        String method, boolean appraisalRequired, int noticeDays, Income income, Receiver receiver, String clause) {

    /** Whether income is posted to the treasury. */
    public enum Income {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /** Who gets the vehicle: nobody said, somebody by name, or a unit of the platform. */
    public enum Receiver {
        NONE,
        NAMED,
        UNIT
    }
}
