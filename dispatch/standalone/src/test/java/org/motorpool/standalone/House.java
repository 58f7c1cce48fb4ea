package org.motorpool.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table of who may import whom (ARCHITECTURE.md §2), as a whitelist, with an import that breaks each rule. */
final class House {

    /**
     * One rule.
     *
     * @param room package the rule is about
     * @param forbidden a package whose import breaks it
     */
    record Rule(String room, String forbidden, ArchRule rule) {}

    private static final List<String> CONTRACTS =
            List.of("telematics.contract", "planner.contract", "dispatch.contract");

    private House() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        CONTRACTS.forEach(contract -> rules.add(onlyJava(contract)));
        rules.addAll(modules());
        rules.addAll(features());
        rules.add(kafkaOnlyInAdapters());
        rules.add(noJunkDrawer());
        return List.copyOf(rules);
    }

    private static List<Rule> modules() {
        return List.of(
                room("telematics.codec", "telematics.contract"),
                room("telematics.command", "telematics.gateway", "telematics.contract", "telematics.codec"),
                room(
                        "telematics.gateway",
                        "telematics.recorder",
                        "telematics.contract",
                        "telematics.codec",
                        "telematics.command",
                        "telematics.json",
                        "telematics.media"),
                room("telematics.recorder", "telematics.gateway", "telematics.contract"),
                room("telematics.media", "telematics.gateway", "telematics.recorder", "telematics.contract"),
                room(
                        "telematics.kafka",
                        "telematics.codec",
                        "telematics.contract",
                        "telematics.gateway",
                        "telematics.recorder"),
                room("telematics.boot", "telematics.gateway", "telematics.contract"),
                room("telematics.json", "telematics.contract", "telematics.codec"),
                room("telematics.simulator", "telematics.contract", "telematics.codec", "telematics.json"),
                room("planner", "dispatch.contract"),
                room("planner.search", "planner.referee"),
                room("mobile", "dispatch.organisation", "dispatch.contract"));
    }

    /** Organisation, audit and identity serve every feature and know none; the rest is the table of the page. */
    private static List<Rule> features() {
        List<Rule> rules = new ArrayList<>(List.of(
                dispatch("organisation", "audit"),
                dispatch("audit", "identity", "organisation"),
                dispatch("identity", "audit", "organisation"),
                feature("registry", "compliance"),
                feature("compliance", "request", "registry"),
                feature("ledger", "request", "registry", "compliance"),
                feature("request", "assignment", "compliance", "registry", "sharing"),
                feature("sharing", "request", "registry"),
                feature("duty", "assignment", "registry"),
                feature("assignment", "trip", "request", "registry", "compliance", "sharing", "duty", "tracking"),
                feature("trip", "tracking", "assignment", "registry", "request"),
                feature("operation", "trip", "request", "assignment", "registry", "duty"),
                feature("reconciliation", "supervision", "trip", "tracking", "assignment", "registry"),
                feature("settlement", "federation", "trip", "assignment", "request", "registry", "sharing"),
                feature(
                        "federation",
                        "reporting",
                        "settlement",
                        "tracking",
                        "trip",
                        "assignment",
                        "request",
                        "registry",
                        "sharing"),
                feature("tracking", "trip", "registry"),
                feature("command", "tracking", "registry"),
                feature("reporting", "compliance"),
                feature("sizing", "assignment"),
                feature(
                        "supervision",
                        "reporting",
                        "registry",
                        "compliance",
                        "request",
                        "assignment",
                        "trip",
                        "tracking"),
                feature("demo", "trip", "registry", "compliance", "operation", "sharing"),
                feature("boot", "registry"),
                feature("kafka", "registry", "assignment", "tracking")));
        Stream.of(
                        "organisation",
                        "audit",
                        "identity",
                        "registry",
                        "compliance",
                        "ledger",
                        "request",
                        "assignment",
                        "trip",
                        "tracking",
                        "command",
                        "reporting",
                        "sizing",
                        "supervision",
                        "sharing",
                        "duty",
                        "operation",
                        "reconciliation",
                        "settlement",
                        "federation")
                .flatMap(owner -> Stream.of(internals(owner, "store"), internals(owner, "web")))
                .forEach(rules::add);
        return rules;
    }

    private static Rule feature(String name, String forbidden, String... mayUse) {
        return dispatch(
                name,
                forbidden,
                Stream.concat(Stream.of("organisation", "audit", "identity"), Stream.of(mayUse))
                        .toArray(String[]::new));
    }

    private static Rule dispatch(String name, String forbidden, String... mayUse) {
        return room(
                "dispatch." + name,
                "dispatch." + forbidden,
                Stream.of(mayUse).map(used -> "dispatch." + used).toArray(String[]::new));
    }

    private static Rule room(String room, String forbidden, String... mayUse) {
        DescribedPredicate<JavaClass> allowed = resideOutsideOfPackage("org.motorpool..")
                .or(resideInAPackage("org.motorpool." + room + ".."))
                .or(resideInAnyPackage(Stream.of(mayUse)
                        .map(used -> "org.motorpool." + used + "..")
                        .toArray(String[]::new)));
        if (room.startsWith("dispatch.")) {
            allowed = allowed.or(resideInAPackage("org.motorpool.dispatch"))
                    .or(resideInAnyPackage(CONTRACTS.stream()
                            .map(contract -> "org.motorpool." + contract)
                            .toArray(String[]::new)));
        }
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.motorpool." + room + "..")
                .should()
                .onlyDependOnClassesThat(describe("the whitelist of " + room, allowed::test));
        return new Rule(room, "org.motorpool." + forbidden, rule);
    }

    private static Rule onlyJava(String contract) {
        String own = "org.motorpool." + contract;
        ArchRule rule = classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", own));
        return new Rule(contract, "org.jspecify.annotations", rule);
    }

    private static Rule internals(String feature, String inner) {
        String home = "org.motorpool.dispatch." + feature;
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(home + "." + inner + "..");
        return new Rule("dispatch.boot", home + "." + inner, rule);
    }

    private static Rule kafkaOnlyInAdapters() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("org.motorpool..kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.smallrye.reactive.messaging..",
                        "org.eclipse.microprofile.reactive.messaging..");
        return new Rule("dispatch.trip", "org.apache.kafka", rule);
    }

    private static Rule noJunkDrawer() {
        ArchRule rule = noClasses()
                .should()
                .resideInAnyPackage("org.motorpool..common..", "org.motorpool..util..", "org.motorpool..helper..");
        return new Rule("dispatch.util", "org.motorpool.dispatch.registry", rule);
    }
}
