package org.motorpool.dispatch.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.motorpool.dispatch.contract.SupervisionApi.Finding;

/** A finding, as people see it and with the unit whose it is. */
public record FindingFile(Finding view, String unitPath) {

    public UUID id() {
        return view.id();
    }

    FindingStatus status() {
        return FindingStatus.valueOf(view.status());
    }

    boolean isDue(LocalDate today) {
        return today.isAfter(view.dueOn());
    }
}
