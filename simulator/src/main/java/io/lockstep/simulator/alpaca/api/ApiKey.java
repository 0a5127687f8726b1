package io.lockstep.simulator.alpaca.api;

/**
 * A key clients show.
 *
 * @param id what stands in {@code APCA-API-KEY-ID}
 * @param secret what stands in {@code APCA-API-SECRET-KEY}
 * @param accountId account it acts for, dense from 0
 */
public record ApiKey(String id, String secret, int accountId) {
    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", secret=***, accountId=" + accountId + "]";
    }
}
