package io.lockstep.gateway.alpaca.marketdata.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.TradeFlagsEncoder;
import io.lockstep.engine.testing.SharedData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeConditionsTest {
    @Test
    void shouldEqualThePublishedRulesForMinuteBars() {
        List<String> published = new ArrayList<>();
        for (String line : SharedData.lines("data/alpaca/frames/bar-aggregation-rules.csv")) {
            String[] row = line.split(",");
            if (row.length == 7 && row[1].contains("M")) {
                row[0].chars()
                        .forEach(tape ->
                                published.add((char) tape + row[2].replace("\"", "") + row[4] + row[5] + row[6]));
            }
        }

        List<String> ours = new ArrayList<>();
        for (char tape : "ABCO".toCharArray()) {
            for (int code = 0; code < 128; code++) {
                short flags = TradeConditions.flags(tape, code);
                if (flags != TradeConditions.UNKNOWN) {
                    ours.add("" + tape + (char) code + yesOpenClose(flags) + yesHighLow(flags) + yesVolume(flags));
                }
            }
        }

        assertThat(ours).hasSizeGreaterThan(80).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void shouldNotKnowAConditionWithoutATape() {
        assertThat(TradeConditions.flags(0, '@')).isEqualTo(TradeConditions.UNKNOWN);
        assertThat(TradeConditions.flags('A', '@')).isEqualTo(TradeConditions.UNKNOWN);
        assertThat(TradeConditions.flags('A', 200)).isEqualTo(TradeConditions.UNKNOWN);
    }

    private static String yesOpenClose(short flags) {
        return TradeFlagsEncoder.noOpenClose(flags, true) == flags ? "N" : "Y";
    }

    private static String yesHighLow(short flags) {
        return TradeFlagsEncoder.noHighLow(flags, true) == flags ? "N" : "Y";
    }

    private static String yesVolume(short flags) {
        return TradeFlagsEncoder.noVolume(flags, true) == flags ? "N" : "Y";
    }
}
