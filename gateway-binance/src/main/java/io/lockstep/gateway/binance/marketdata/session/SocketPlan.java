package io.lockstep.gateway.binance.marketdata.session;

import java.util.List;

/**
 * One socket and its streams.
 *
 * @param name for people and reasons, as {@code public-1}
 * @param path where it connects
 * @param streams in the order of subscription
 */
record SocketPlan(String name, String path, List<PlannedStream> streams) {
    SocketPlan {
        streams = List.copyOf(streams);
    }

    List<String> streamNames() {
        return streams.stream().map(PlannedStream::name).toList();
    }
}
