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
                room(
                        "telematics.gateway",
                        "dispatch.contract",
                        "telematics.contract",
                        "telematics.codec",
                        "telematics"),
                room("telematics.recorder", "dispatch.contract", "telematics.contract"),
                room("telematics.simulator", "telematics.contract", "telematics.codec"),
                room("planner", "dispatch.contract"),
                room("mobile", "dispatch.organisation", "dispatch.contract"));
    }

    /** Root package, organisation, audit and identity serve every feature; the rest is the table of the page. */
    private static List<Rule> features() {
        return List.of(
                feature("organisation", "registry"),
                feature("audit", "registry"),
                feature("identity", "registry"),
                feature("registry", "compliance"),
                feature("compliance", "request", "registry"),
                feature("request", "assignment", "compliance", "registry"),
                feature("assignment", "trip", "request", "registry", "compliance"),
                feature("trip", "tracking", "assignment", "registry", "request"),
                feature("tracking", "trip", "registry"),
                internals("registry", "store"),
                internals("request", "store"),
                internals("assignment", "store"));
    }

    private static Rule feature(String name, String forbidden, String... mayUse) {
        String[] allowed = Stream.concat(
                        Stream.of("dispatch.organisation", "dispatch.audit", "dispatch.identity"),
                        Stream.of(mayUse).map(used -> "dispatch." + used))
                .toArray(String[]::new);
        return room("dispatch." + name, "dispatch." + forbidden, allowed);
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
