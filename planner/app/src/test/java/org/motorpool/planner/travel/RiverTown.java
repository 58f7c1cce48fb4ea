package org.motorpool.planner.travel;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.openstreetmap.osmosis.osmbinary.Osmformat;
import org.openstreetmap.osmosis.osmbinary.file.BlockOutputStream;
import org.openstreetmap.osmosis.osmbinary.file.FileBlock;

/** A town on both banks of a river, with one bridge at its eastern end: two roads of 19 km, 1.1 km apart. */
final class RiverTown {

    static final Place SOUTH = new Place(31.23, 121.42, 0);
    static final Place NORTH = new Place(31.24, 121.42, 0);
    static final Place SOUTH_EAST = new Place(31.23, 121.46, 0);

    private static final int NODES = 200;

    private RiverTown() {}

    static Path writeTo(Path folder) throws IOException {
        return Files.writeString(folder.resolve("river.osm"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <osm version="0.6" generator="RiverTown">
                %s
                %s
                </osm>
                """.formatted(
                        lines(nodes().map(RiverTown::line)), lines(ways().map(RiverTown::line))));
    }

    /** The same as {@code .osm.pbf}. */
    static Path writeBinaryTo(Path folder) throws IOException {
        Path file = folder.resolve("river.osm.pbf");
        try (OutputStream to = Files.newOutputStream(file)) {
            BlockOutputStream out = new BlockOutputStream(to);
            out.write(FileBlock.newInstance("OSMHeader", header(), null));
            out.write(FileBlock.newInstance("OSMData", town(), null));
        }
        return file;
    }

    private record Node(int id, double latitude, double longitude) {}

    private record Way(int from, int to) {}

    private static Stream<Node> nodes() {
        return IntStream.rangeClosed(1, 2 * NODES)
                .mapToObj(id -> new Node(id, id <= NODES ? 31.23 : 31.24, 121.4 + (id - 1) % NODES * 0.001));
    }

    private static Stream<Way> ways() {
        Stream<Way> banks =
                IntStream.range(1, 2 * NODES).filter(from -> from != NODES).mapToObj(from -> new Way(from, from + 1));
        return Stream.concat(banks, Stream.of(new Way(NODES, 2 * NODES)));
    }

    private static String line(Node node) {
        return "<node id=\"%d\" lat=\"%.5f\" lon=\"%.5f\"/>".formatted(node.id, node.latitude, node.longitude);
    }

    private static String line(Way way) {
        return """
                <way id="%d"><nd ref="%d"/><nd ref="%d"/><tag k="highway" v="primary"/></way>""".formatted(way.from, way.from, way.to);
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private static ByteString header() {
        return Osmformat.HeaderBlock.newBuilder()
                .addRequiredFeatures("OsmSchema-V0.6")
                .build()
                .toByteString();
    }

    private static ByteString town() {
        Osmformat.StringTable words = Osmformat.StringTable.newBuilder()
                .addS(ByteString.EMPTY)
                .addS(ByteString.copyFromUtf8("highway"))
                .addS(ByteString.copyFromUtf8("primary"))
                .build();
        Osmformat.PrimitiveGroup.Builder nodes = Osmformat.PrimitiveGroup.newBuilder();
        nodes().forEach(node -> nodes.addNodes(Osmformat.Node.newBuilder()
                .setId(node.id)
                .setLat(grains(node.latitude))
                .setLon(grains(node.longitude))));
        Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder();
        ways().forEach(way -> ways.addWays(Osmformat.Way.newBuilder()
                .setId(way.from)
                .addKeys(1)
                .addVals(2)
                .addRefs(way.from)
                .addRefs(way.to - way.from)));
        return Osmformat.PrimitiveBlock.newBuilder()
                .setStringtable(words)
                .addPrimitivegroup(nodes)
                .addPrimitivegroup(ways)
                .build()
                .toByteString();
    }

    private static long grains(double degrees) {
        return Math.round(degrees * 1e7);
    }
}
