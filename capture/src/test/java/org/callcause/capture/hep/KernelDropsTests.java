package org.callcause.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelDropsTests {

    @Test
    void theLastColumnOfOurPortsCounts() {
        List<String> table = List.of(
                "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref"
                        + " pointer drops",
                "  201: 0100007F:2364 00000000:0000 07 00000000:00000000 00:00000000 00000000  0  0 1234 2 0000 17",
                "  202: 0100007F:2365 00000000:0000 07 00000000:00000000 00:00000000 00000000  0  0 1235 2 0000 4");

        assertThat(KernelDrops.of(Set.of(9060), table)).isEqualTo(17);
        assertThat(KernelDrops.of(Set.of(9060, 9061), table)).isEqualTo(21);
        assertThat(KernelDrops.of(Set.of(9062), List.of())).isZero();
    }
}
