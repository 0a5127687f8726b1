package io.lockstep.simulator.alpaca.market;

import java.util.List;

/**
 * A headline with its text.
 *
 * @param id the source's id; later versions keep it
 * @param headline headline
 * @param symbols symbols it names
 * @param createdNs when it was first published, UTC, nanoseconds
 * @param updatedNs when this version was published, UTC, nanoseconds
 */
public record NewsItem(long id, String headline, List<String> symbols, long createdNs, long updatedNs) {}
