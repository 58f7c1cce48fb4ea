package org.motorpool.telematics.simulator;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;

/**
 * The command line.
 *
 * @param url dispatch's HTTP API
 * @param mobileUrl the driver API
 * @param interval_s seconds between the reports of a driving vehicle
 * @param requests use requests of the day
 * @param people whether people are simulated, or only terminals
 */
record Options(
        URI url,
        URI mobileUrl,
        InetSocketAddress gateway,
        String password,
        int interval_s,
        int requests,
        boolean people) {
    static final String USAGE = """
            Usage: Simulator [--url http://127.0.0.1:8080] [--mobile-url URL] [--gateway 127.0.0.1:6808]
                             [--password demo] [--interval SECONDS, 1 to 3600] [--requests NUMBER, 0 to 10000] [--no-people]""";

    private static final Set<String> WITH_VALUE =
            Set.of("--url", "--mobile-url", "--gateway", "--password", "--interval", "--requests");

    /** Reads the arguments; an {@link IllegalArgumentException} says which is wrong and how to write it. */
    static Options parse(String... arguments) {
        String url = "http://127.0.0.1:8080";
        String mobileUrl = "";
        String gateway = "127.0.0.1:6808";
        String password = "demo";
        int interval_s = 5;
        int requests = 60;
        boolean people = true;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            String value = WITH_VALUE.contains(name) ? value(arguments, ++i) : "";
            switch (name) {
                case "--url" -> url = value;
                case "--mobile-url" -> mobileUrl = value;
                case "--gateway" -> gateway = value;
                case "--password" -> password = value;
                case "--interval" -> interval_s = number(name, value, 1, 3600);
                case "--requests" -> requests = number(name, value, 0, 10_000);
                case "--no-people" -> people = false;
                default -> throw new IllegalArgumentException("unknown option %s%n%s".formatted(name, USAGE));
            }
        }
        URI base = URI.create(url);
        URI mobile = mobileUrl.isEmpty() ? base : URI.create(mobileUrl);
        return new Options(base, mobile, address(gateway), password, interval_s, requests, people);
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException("%s needs a value%n%s".formatted(arguments[at - 1], USAGE));
        }
        return arguments[at];
    }

    private static int number(String name, String value, int least, int most) {
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(
                    "%s (%s) must be a number from %d to %d%n%s".formatted(name, value, least, most, USAGE));
        }
        return Integer.parseInt(value);
    }

    private static InetSocketAddress address(String gateway) {
        int colon = gateway.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("--gateway (%s) must be HOST:PORT%n%s".formatted(gateway, USAGE));
        }
        int port = number("port of --gateway", gateway.substring(colon + 1), 1, 65_535);
        return new InetSocketAddress(gateway.substring(0, colon), port);
    }
}
