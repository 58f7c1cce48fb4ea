package org.motorpool.telematics.bench.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes wrong messages of good ones. */
final class Mutator {
    private static final int LONGEST_BYTES = 4500;
    private static final int MOST_CHANGES = 4;
    private static final int SPLIT_BYTE = 2;
    private static final int SPLIT_BIT = 1 << 5;
    private static final int PARTS_AT_2013 = 12;
    private static final int PARTS_AT_2019 = 17;
    private static final byte[] ODD = {
        0, 1, 2, (byte) 0xff, (byte) 0x80, 0x7f, 0x7e, 0x7d, '(', ')', '0', (byte) 0xe7, (byte) 0xe6, 0x3e
    };

    private final SplittableRandom random;

    Mutator(SplittableRandom random) {
        this.random = random;
    }

    /** One of the seeds with some changes; half of the checksums and most lengths are right. */
    Input next(List<Input> seeds) {
        Input seed = seeds.get(random.nextInt(seeds.size()));
        byte[] content = seed.content();
        int changes = random.nextInt(MOST_CHANGES + 1);
        for (int i = 0; i < changes; i++) {
            content = changed(content, seeds);
        }
        return Input.of(how(seed), random.nextInt(3) == 0 ? random.nextInt(256) : 0, content);
    }

    private int how(Input seed) {
        return (random.nextBoolean() ? Input.REPAIR_CHECKSUM : 0)
                | (random.nextInt(4) > 0 ? Input.REPAIR_LENGTH : 0)
                | (random.nextInt(4) == 0 ? Input.LENIENT : 0)
                | (random.nextInt(8) == 0 ? Input.ALONE : 0)
                | (random.nextInt(16) == 0 ? Input.ALTERNATIVE : 0)
                | (random.nextInt(32) == 0 || seed.has(Input.AS_IT_IS) ? Input.AS_IT_IS : 0);
    }

    private byte[] changed(byte[] content, List<Input> seeds) {
        if (content.length < 4) {
            return inserted(content);
        }
        return switch (random.nextInt(9)) {
            case 0 -> flipped(content);
            case 1 -> odd(content);
            case 2 -> Arrays.copyOf(content, random.nextInt(content.length));
            case 3 -> inserted(content);
            case 4 -> without(content);
            case 5 -> spliced(content, seeds.get(random.nextInt(seeds.size())).content());
            case 6 -> lengthLie(content);
            case 7 -> split(content);
            default -> repeated(content);
        };
    }

    private byte[] flipped(byte[] content) {
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        return content;
    }

    private byte[] odd(byte[] content) {
        content[random.nextInt(content.length)] = ODD[random.nextInt(ODD.length)];
        return content;
    }

    private byte[] inserted(byte[] content) {
        int at = random.nextInt(content.length + 1);
        byte[] noise = new byte[1 + random.nextInt(8)];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) random.nextInt(256);
        }
        return joined(Arrays.copyOf(content, at), noise, Arrays.copyOfRange(content, at, content.length));
    }

    private byte[] without(byte[] content) {
        int from = random.nextInt(content.length);
        int to = from + random.nextInt(content.length - from + 1);
        return joined(Arrays.copyOf(content, from), Arrays.copyOfRange(content, to, content.length));
    }

    private byte[] spliced(byte[] content, byte[] other) {
        int from = random.nextInt(other.length + 1);
        return joined(
                Arrays.copyOf(content, random.nextInt(content.length)), Arrays.copyOfRange(other, from, other.length));
    }

    /** A WORD somewhere, which is often a length or a number of things. */
    private byte[] lengthLie(byte[] content) {
        int at = random.nextInt(content.length - 1);
        int said = (content[at] & 0xff) << 8 | content[at + 1] & 0xff;
        int lie =
                switch (random.nextInt(5)) {
                    case 0 -> said + 1;
                    case 1 -> said - 1;
                    case 2 -> 0xffff;
                    case 3 -> content.length;
                    default -> 2 * said;
                };
        content[at] = (byte) (lie >> 8);
        content[at + 1] = (byte) lie;
        return content;
    }

    /** Part of a message of a few parts; sometimes one that does not exist. */
    private byte[] split(byte[] content) {
        content[SPLIT_BYTE] |= SPLIT_BIT;
        boolean v2019 = (content[SPLIT_BYTE] & 1 << 6) != 0;
        int at = Math.min(content.length, v2019 ? PARTS_AT_2019 : PARTS_AT_2013);
        int total = random.nextInt(32) == 0 ? random.nextInt(1 << 16) : random.nextInt(5);
        int index = random.nextInt(total + 2);
        byte[] parts = {(byte) (total >> 8), (byte) total, (byte) (index >> 8), (byte) index};
        return joined(Arrays.copyOf(content, at), parts, Arrays.copyOfRange(content, at, content.length));
    }

    private byte[] repeated(byte[] content) {
        int from = random.nextInt(content.length);
        byte[] tail = Arrays.copyOfRange(content, from, content.length);
        return joined(content, tail, tail);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[Math.min(length, LONGEST_BYTES)];
        int at = 0;
        for (byte[] part : parts) {
            int count = Math.min(part.length, joined.length - at);
            System.arraycopy(part, 0, joined, at, count);
            at += count;
        }
        return joined;
    }
}
