package io.lockstep.launcher.wire;

import java.nio.file.Path;

/** Orders to Alpaca over the wire. */
class AlpacaOrderTest extends OrderContract {
    @Override
    OrderSite open(Path folderOfTest) {
        return new WireSite(folderOfTest, WireVenue.ALPACA);
    }
}
