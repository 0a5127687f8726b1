package io.lockstep.launcher.wire;

import java.nio.file.Path;

/** Orders to Binance USDⓈ-M over the wire. */
class UsdmOrderTest extends OrderContract {
    @Override
    OrderSite open(Path folderOfTest) {
        return new WireSite(folderOfTest, WireVenue.USDM);
    }
}
