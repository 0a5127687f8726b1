package io.lockstep.engine.strategy;

import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.FillDedupe;
import io.lockstep.engine.order.FillReports;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Position;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.Side;

/** Keeps strategies' virtual positions and working orders true to the reports. Owned by the strategy handler. */
final class VirtualBooks {
    private final InstrumentTable instruments;
    private final Assets assets = new Assets();
    private final FillDedupe dedupe;

    /** @param remembered number of latest fills remembered */
    VirtualBooks(InstrumentTable instruments, int remembered) {
        dedupe = new FillDedupe(remembered);
        this.instruments = instruments;
    }

    /** Books a report; false if it is a fill that was booked before, or that nobody can book. */
    boolean apply(ExecutionReportDecoder report, HostedStrategy owner) {
        long orderId = report.orderId();
        switch (report.execType()) {
            case FILL -> {
                return fill(report, owner);
            }
            case CANCELED, REJECTED, EXPIRED, PRESUMED_ABSENT -> owner.working().remove(orderId);
            case REPLACED -> owner.working().replaced(orderId);
            case STATUS -> owner.working().sighted(orderId);
            case REPLACE_REJECTED -> owner.working().replaceRefused(orderId);
            default -> {}
        }
        return true;
    }

    /** Notes fills that an earlier epoch booked. */
    void carried(CarriedSeries fills) {
        fills.forEach(dedupe::carried);
    }

    /** An order never left. */
    void denied(DenialFeedbackDecoder denial, HostedStrategy owner) {
        if (denial.action() == OrderAction.NEW) {
            owner.working().remove(denial.orderId());
        } else if (denial.action() == OrderAction.REPLACE) {
            owner.working().replaceDenied(denial.orderId());
        }
    }

    private boolean fill(ExecutionReportDecoder report, HostedStrategy owner) {
        if (!FillReports.isBookable(report, instruments.size()) || !dedupe.isNew(report)) {
            return false;
        }
        Instrument instrument = instruments.get(report.instrumentId());
        Position position = owner.hostedPosition(instrument.id()).book();
        position.fill(instrument, report.side() == Side.BUY, report.lastPx(), report.lastQty());
        if (report.fee() != 0 && report.fee() != FixedPoint.NULL) {
            fee(report, instrument, position);
        }
        if (report.leavesQty() == 0) {
            owner.working().remove(report.orderId());
        }
        return true;
    }

    private void fee(ExecutionReportDecoder report, Instrument instrument, Position position) {
        int asset = feeAsset(report);
        if (asset == assets.indexOf(instrument.quoteAsset())) {
            position.fee(report.fee());
        } else if (instrument.paysFeesInKind() && asset == assets.indexOf(instrument.baseAsset())) {
            position.feeInKind(report.fee());
        }
    }

    private int feeAsset(ExecutionReportDecoder report) {
        return assets.indexOf(report.buffer(), report.offset() + ExecutionReportDecoder.feeAssetEncodingOffset());
    }
}
