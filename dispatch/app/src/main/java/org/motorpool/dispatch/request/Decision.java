package org.motorpool.dispatch.request;

/** What an approver may say to a submitted request. */
enum Decision {
    APPROVE,
    RETURN,
    REJECT;

    RequestStatus outcome() {
        return switch (this) {
            case APPROVE -> RequestStatus.APPROVED;
            case RETURN -> RequestStatus.RETURNED;
            case REJECT -> RequestStatus.REJECTED;
        };
    }
}
