package io.lockstep.launcher.incident;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.settings.Setting;
import io.lockstep.launcher.session.replay.PastState;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every limit of a configuration with its use at some moment. Limits are found by their {@link Setting}s, so a new one is in the table from the
 * day it exists; its use is told where this class knows how to read it from the books.
 */
public final class LimitTable {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000;

    private final PastState state;
    private final List<LimitRow> rows = new ArrayList<>();

    private LimitTable(PastState state) {
        this.state = state;
    }

    /** The limits and their use as of a moment. */
    public static List<LimitRow> of(PastState state) {
        LimitTable table = new LimitTable(state);
        RiskSettings settings = state.setup().risk();
        table.add("engine", settings, table.engineUse());
        for (InstrumentLimits limits : settings.instruments()) {
            table.addInstrument(limits);
        }
        return table.rows;
    }

    private Map<String, BigDecimal> engineUse() {
        Map<String, BigDecimal> use = new HashMap<>();
        use.put("maxNewPerSecond", BigDecimal.valueOf(state.newOrdersWithin(SECOND_NS)));
        use.put("maxNewPerMinute", BigDecimal.valueOf(state.newOrdersWithin(60 * SECOND_NS)));
        use.put("maxOpenOrders", BigDecimal.valueOf(state.risk().orders().openCount()));
        return use;
    }

    /** Worst of all accounts: position and whatever open orders could add to it. */
    private void addInstrument(InstrumentLimits limits) {
        for (Instrument instrument : state.setup().instruments()) {
            if (!instrument.symbol().equals(limits.symbol())) {
                continue;
            }
            for (int account = 0; account < state.setup().accounts(); account++) {
                String scope = state.config().accounts().get(account).name() + " " + instrument.symbol();
                Map<String, BigDecimal> use = new HashMap<>();
                use.put("maxLong", FixedPoint.toBigDecimal(Math.max(0, worst(account, instrument.id(), true))));
                use.put("maxShort", FixedPoint.toBigDecimal(Math.max(0, -worst(account, instrument.id(), false))));
                add(scope, limits, use);
            }
            addAge(instrument);
        }
    }

    private void addAge(Instrument instrument) {
        long dataNs = state.risk().market().view(instrument.id()).dataNs();
        rows.add(new LimitRow(
                instrument.symbol(),
                "maxDataAgeMs",
                "milliseconds",
                BigDecimal.valueOf(state.setup().risk().maxDataAgeMs()),
                dataNs <= 0 ? null : BigDecimal.valueOf((state.timeNs() - dataNs) / NS_PER_MS)));
    }

    private long worst(int account, int instrumentId, boolean buys) {
        long worst =
                state.risk().portfolio().accountPosition(account, instrumentId).quantity();
        for (Order each = state.risk().orders().firstOpen();
                each != null;
                each = state.risk().orders().nextOpen(each)) {
            boolean counts = each.accountId() == account && each.instrumentId() == instrumentId && each.isBuy() == buys;
            worst += counts ? (buys ? each.leavesQty() : -each.leavesQty()) : 0;
        }
        return worst;
    }

    private void add(String scope, Record settings, Map<String, BigDecimal> use) {
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            BigDecimal limit = setting == null ? null : number(component, settings, setting.decimal());
            if (setting != null && limit != null && !component.getName().equals("maxDataAgeMs")) {
                rows.add(new LimitRow(scope, component.getName(), setting.unit(), limit, use.get(component.getName())));
            }
        }
    }

    private static @Nullable BigDecimal number(RecordComponent component, Record settings, boolean decimal) {
        try {
            Object value = component.getAccessor().invoke(settings);
            if (value instanceof Double fraction) {
                return BigDecimal.valueOf(fraction);
            }
            if (!(value instanceof Number number)) {
                return null;
            }
            return decimal ? FixedPoint.toBigDecimal(number.longValue()) : BigDecimal.valueOf(number.longValue());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("setting cannot be read: " + component, e);
        }
    }
}
