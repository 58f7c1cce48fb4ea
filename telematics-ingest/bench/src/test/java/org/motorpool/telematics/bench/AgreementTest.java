package org.motorpool.telematics.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.bench.peer.PeerLocation;
import org.motorpool.telematics.codec.Uplink;

class AgreementTest {
    @Test
    void findsTheSameInTypicalFrames() {
        assertThat(check(Traffic.typical(), Traffic.typical())).isEqualTo(Traffic.FRAMES);
    }

    /** Of 16 frames of a connection 11 are reports (steps 5 to 17 without the heartbeats at 6 and 12), 1 is a batch of 5. */
    @Test
    void findsTheSameInMixedFrames() {
        assertThat(check(Traffic.mix(), Traffic.mix())).isEqualTo(Traffic.CONNECTIONS * (11 + 5));
    }

    @Test
    void refusesAnotherPosition() {
        List<Uplink.LocationReport> own = new OwnSide(Traffic.typical()).positions();
        List<PeerLocation> peer = new PeerSide(Traffic.typical()).positions();

        assertThatThrownBy(() -> Agreement.check(own, peer.reversed())).hasMessageContaining("position 0");
        assertThatThrownBy(() -> Agreement.check(own, peer.subList(1, peer.size())))
                .hasMessageContaining("128 positions, the peer 127");
    }

    private static int check(Traffic own, Traffic peer) {
        return Agreement.check(new OwnSide(own).positions(), new PeerSide(peer).positions());
    }
}
