package org.motorpool.dispatch.duty;

import org.motorpool.dispatch.contract.DutyApi;

/** A shift template, as people see it and with the path of its unit. */
public record TemplateFile(DutyApi.ShiftTemplate view, String unitPath) {

    String state() {
        return "%s %s-%s%s".formatted(view.name(), view.startsAt(), view.endsAt(), view.retired() ? " retired" : "");
    }
}
