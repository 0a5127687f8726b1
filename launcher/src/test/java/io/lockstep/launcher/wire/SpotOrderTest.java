package io.lockstep.launcher.wire;

import java.nio.file.Path;

/** Orders to Binance Spot over the wire. */
class SpotOrderTest extends OrderContract {
    @Override
    OrderSite open(Path folderOfTest) {
        return new WireSite(folderOfTest, WireVenue.SPOT);
    }
}
