package org.motorpool.dispatch.bench.platform;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The command line of a benchmark: options with numbers, and after {@code --} the command that starts the platform. */
public final class Arguments {

    private final List<String> left;
    private final List<String> application;
    private final String usage;

    /** The arguments, and what to say when one is wrong; usage begins with {@code %s}, which becomes the fault. */
    public Arguments(List<String> all, String usage) {
        int end = all.contains("--") ? all.indexOf("--") : all.size();
        this.left = new ArrayList<>(all.subList(0, end));
        this.application = List.copyOf(all.subList(Math.min(end + 1, all.size()), all.size()));
        this.usage = usage;
    }

    /** Takes an option; fails with {@link IllegalArgumentException} when its value is no number in the range. */
    public int number(String name, int otherwise, int least, int most) {
        int at = left.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        String value = at + 1 == left.size() ? "" : left.get(at + 1);
        left.subList(at, Math.min(at + 2, left.size())).clear();
        if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw wrong("%s (%s) must be a number from %d to %d".formatted(name, value, least, most));
        }
        return Integer.parseInt(value);
    }

    /** Takes an option with names of constants, separated by commas; all of them without the option. */
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> of) {
        int at = left.indexOf(name);
        if (at < 0) {
            return EnumSet.allOf(of);
        }
        String value = at + 1 == left.size() ? "" : left.get(at + 1);
        left.subList(at, Math.min(at + 2, left.size())).clear();
        Set<E> chosen = EnumSet.allOf(of);
        List<String> wanted = List.of(value.toUpperCase(Locale.ROOT).split(","));
        chosen.removeIf(each -> !wanted.contains(each.name()));
        if (chosen.size() != wanted.size()) {
            throw wrong("%s (%s) must be some of %s".formatted(name, value, EnumSet.allOf(of)));
        }
        return chosen;
    }

    /** The command after {@code --}; fails when an option was not taken. */
    public List<String> application() {
        if (!left.isEmpty()) {
            throw wrong("unknown: " + String.join(" ", left));
        }
        return application;
    }

    private IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(usage.formatted(message));
    }
}
