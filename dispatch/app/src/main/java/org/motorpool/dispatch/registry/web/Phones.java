package org.motorpool.dispatch.registry.web;

import java.util.Collections;
import java.util.Set;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.DriverFile;

/** A phone number is personal data (个人信息保护法): only who calls drivers at work sees it whole. */
final class Phones {

    private static final Set<String> WHO_CALL_DRIVERS = Set.of("DISPATCHER", "FLEET_OFFICER");

    private Phones() {}

    static String shown(DriverFile driver, Scope scope) {
        boolean entitled =
                scope.username().equals(driver.username()) || !Collections.disjoint(scope.roles(), WHO_CALL_DRIVERS);
        return entitled ? driver.phone() : masked(driver.phone());
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
