package org.motorpool.planner.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param seconds processor time of the search on each instance; the default of a day is 60
 * @param out where solutions are written, null for nowhere
 * @param peers or-tools, jsprit
 * @param dialARide whether the files have Cordeau's form
 */
record Options(
        List<Path> files, int seconds, long seed, @Nullable Path out, Set<String> peers, boolean dialARide) {

    private static final String USAGE = """
            用法 / usage: bench planner [--seconds S] [--seed N] [--out DIR] [--peers or-tools,jsprit] [--darp] FILE… | --instances DIR
            FILE is an instance of Li and Lim (.txt) or a dispatch day (.csv). --instances takes the default set from a folder that
            has li-lim and dispatch-day. With --darp a .txt is a dial-a-ride instance of Cordeau, and the default set is that of
            2006, from darp/cordeau2006, with 20 seconds each.""";

    private static final Set<String> PEERS = Set.of("or-tools", "jsprit");
    private static final int MOST_SECONDS = 3_600;

    /** Li and Lim's instances that the project measures itself with. */
    private static final List<String> SET = List.of(
            "100/lc103",
            "100/lr104",
            "100/lrc204",
            "200/lc1_2_3",
            "200/lr1_2_4",
            "200/lrc1_2_4",
            "200/lrc2_2_6",
            "400/lc1_4_2",
            "400/lr1_4_3",
            "400/lrc1_4_6",
            "400/lr2_4_3",
            "600/lr1_6_3",
            "1000/lrc1_10_3");

    private static final List<String> DAYS = List.of("day-1000x600", "day-5000x2000");

    private static final int SECONDS = 30;
    private static final int DARP_SECONDS = 20;

    /** Vehicles and requests of Cordeau's instances of 2006; there is an a and a b of each. */
    private static final List<String> DARP = Stream.of("a", "b")
            .flatMap(set -> Stream.of(
                            "2-16", "2-20", "2-24", "3-18", "3-24", "3-30", "3-36", "4-16", "4-24", "4-32", "4-40",
                            "4-48", "5-40", "5-50", "5-60", "6-48", "6-60", "6-72", "7-56", "7-70", "7-84", "8-64",
                            "8-80", "8-96")
                    .map(size -> set + size))
            .toList();

    Options {
        files = List.copyOf(files);
        peers = Set.copyOf(peers);
    }

    static Options read(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        List<Path> files = new ArrayList<>();
        boolean dialARide = left.remove("--darp");
        int seconds = dialARide ? DARP_SECONDS : SECONDS;
        long seed = 1;
        Path out = null;
        Set<String> peers = Set.of();
        while (!left.isEmpty()) {
            String argument = left.pop();
            switch (argument) {
                case "--seconds" -> seconds = (int) number(left, argument, 1, MOST_SECONDS);
                case "--seed" -> seed = number(left, argument, 0, Long.MAX_VALUE);
                case "--out" -> out = Path.of(value(left, argument));
                case "--peers" -> peers = peers(value(left, argument));
                case "--instances" -> files.addAll(defaults(Path.of(value(left, argument)), dialARide));
                default -> files.add(file(argument));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Options(files, seconds, seed, out, peers, dialARide);
    }

    private static String value(Deque<String> left, String option) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException("%s needs a value%n%s".formatted(option, USAGE));
        }
        return left.pop();
    }

    private static long number(Deque<String> left, String option, long least, long most) {
        String value = value(left, option);
        if (value.matches("[0-9]{1,18}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most) {
            return Long.parseLong(value);
        }
        throw new IllegalArgumentException(
                "%s must be a whole number from %d to %d, got \"%s\"".formatted(option, least, most, value));
    }

    private static Set<String> peers(String value) {
        Set<String> peers = Set.of(value.split(","));
        if (!PEERS.containsAll(peers)) {
            throw new IllegalArgumentException("--peers must be of %s, got \"%s\"".formatted(PEERS, value));
        }
        return peers;
    }

    private static List<Path> defaults(Path folder, boolean dialARide) {
        if (dialARide) {
            return DARP.stream()
                    .map(name -> file(
                            folder.resolve("darp/cordeau2006/" + name + ".txt").toString()))
                    .toList();
        }
        return Stream.concat(
                        SET.stream().map(name -> "li-lim/" + name + ".txt"),
                        DAYS.stream().map(name -> "dispatch-day/" + name + ".csv"))
                .map(name -> file(folder.resolve(name).toString()))
                .toList();
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!name.endsWith(".txt") && !name.endsWith(".csv") || !Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "%s is no option and no readable .txt or .csv file%n%s".formatted(name, USAGE));
        }
        return file;
    }
}
