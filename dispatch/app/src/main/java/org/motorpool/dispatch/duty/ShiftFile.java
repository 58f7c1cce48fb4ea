package org.motorpool.dispatch.duty;

import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.DutyApi;

/** A shift, as people see it and with the unit whose driver it is. */
public record ShiftFile(DutyApi.Shift view, UUID unitId, String unitPath) {

    Push.Change change() {
        return new Push.Change("shift", List.of(unitPath), view);
    }

    String state() {
        return "%s %s/%s".formatted(view.status(), view.from(), view.to());
    }
}
