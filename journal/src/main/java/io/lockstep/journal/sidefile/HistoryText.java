package io.lockstep.journal.sidefile;

import io.lockstep.journal.rollfile.DamageKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** The text of {@link History}. */
final class HistoryText {
    private static final Pattern BASE =
            Pattern.compile("base sequence=(\\d+) chain=([0-9a-f]{16}) records=(\\d+) cycle=(-?\\d+)");
    private static final Pattern GAP =
            Pattern.compile("gap after=(\\d+) resume=(\\d+) chain=([0-9a-f]{16}) cycle=(-?\\d+) reason=([A-Z_]+)");
    private static final String CRC = " crc=";

    private HistoryText() {}

    static String format(History history) {
        StringBuilder text = new StringBuilder();
        History.Base base = history.base();
        line(
                text,
                "base sequence=%d chain=%016x records=%d cycle=%d"
                        .formatted(base.sequence(), base.chain(), base.records(), base.firstCycle()));
        for (Gap gap : history.gaps()) {
            line(
                    text,
                    "gap after=%d resume=%d chain=%016x cycle=%d reason=%s"
                            .formatted(gap.after(), gap.resume(), gap.chain(), gap.firstCycle(), gap.reason()));
        }
        return text.toString();
    }

    static History parse(String text) {
        List<String> lines = text.lines().map(HistoryText::checked).toList();
        if (lines.isEmpty() || !text.endsWith("\n")) {
            throw new HistoryDamagedException("(end of file)");
        }
        List<Gap> gaps = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            gaps.add(gap(line));
        }
        return new History(base(lines.get(0)), gaps);
    }

    private static void line(StringBuilder text, String content) {
        text.append(content).append(CRC).append(crc(content)).append('\n');
    }

    private static String checked(String line) {
        int at = line.lastIndexOf(CRC);
        if (at < 0 || !crc(line.substring(0, at)).equals(line.substring(at + CRC.length()))) {
            throw new HistoryDamagedException(line);
        }
        return line.substring(0, at);
    }

    private static History.Base base(String line) {
        Matcher field = match(BASE, line);
        return new History.Base(
                Long.parseLong(field.group(1)),
                Long.parseUnsignedLong(field.group(2), 16),
                Long.parseLong(field.group(3)),
                Integer.parseInt(field.group(4)));
    }

    private static Gap gap(String line) {
        Matcher field = match(GAP, line);
        return new Gap(
                Long.parseLong(field.group(1)),
                Long.parseLong(field.group(2)),
                Long.parseUnsignedLong(field.group(3), 16),
                Integer.parseInt(field.group(4)),
                DamageKind.valueOf(field.group(5)));
    }

    private static Matcher match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new HistoryDamagedException(line);
        }
        return matcher;
    }

    private static String crc(String content) {
        CRC32C crc = new CRC32C();
        crc.update(content.getBytes(StandardCharsets.ISO_8859_1));
        return "%08x".formatted(crc.getValue());
    }
}
