package io.lockstep.launcher.wire;

import java.nio.file.Path;

/** Orders to the venue that fills backtests. */
class InProcessOrderTest extends OrderContract {
    @Override
    OrderSite open(Path folderOfTest) {
        return new InProcessSite();
    }
}
