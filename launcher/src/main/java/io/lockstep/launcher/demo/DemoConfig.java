package io.lockstep.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.TapeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The demo's configuration, {@code config/demo.yaml} over the wire, {@code config/demo-in-process.yaml} without. For another tape its instruments take the place of the one named there; strategies,
 * limits and balances follow.
 */
public final class DemoConfig {
    private static final String CONNECTED = "config/demo.yaml";
    private static final String IN_PROCESS = "config/demo-in-process.yaml";
    private static final long BALANCE = 100_000;

    private final Path connected;
    private final Path file;

    /** @param home folder of the program */
    public DemoConfig(Path home) {
        connected = home.resolve(CONNECTED);
        file = home.resolve(IN_PROCESS);
    }

    /**
     * Loads the configuration of the demo over the wire.
     *
     * @throws IOException if the file cannot be read
     * @throws io.lockstep.launcher.config.binding.ConfigurationException if anything in it is wrong
     */
    public EffectiveConfig load(StrategyCatalog catalog, DemoVenues venues) throws IOException {
        String text = venues.withPorts(Files.readString(connected));
        return new ConfigLoader(catalog).parse(text, connected.toString());
    }

    /**
     * Loads the configuration of the demo in process.
     *
     * @param tape the tape it will play
     * @param shipped whether that is the one the file was written for
     * @throws IOException if the file cannot be read
     * @throws io.lockstep.launcher.config.binding.ConfigurationException if anything in it is wrong
     */
    public EffectiveConfig load(StrategyCatalog catalog, TapeSpan tape, boolean shipped) throws IOException {
        ConfigLoader loader = new ConfigLoader(catalog);
        if (shipped) {
            return loader.load(file);
        }
        if (tape.instruments().isEmpty()) {
            throw new IllegalArgumentException("the tape defines no instrument");
        }
        return loader.parse(adapt(tape), file + " for the given tape");
    }

    private String adapt(TapeSpan tape) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode root = (ObjectNode) yaml.readTree(file.toFile());
        Instrument first = tape.instruments().get(0);
        ObjectNode instrument = first(root, "instruments");
        describe(instrument, first);
        first(root, "accounts").putObject("balances").put(first.quoteAsset(), BALANCE);
        for (JsonNode strategy : root.withArray("strategies")) {
            ((ObjectNode) strategy).putArray("instruments").add(first.symbol());
        }
        ArrayNode limits = ((ObjectNode) root.get("risk")).withArray("instruments");
        ((ObjectNode) limits.get(0)).put("symbol", first.symbol());
        return yaml.writeValueAsString(root);
    }

    private static ObjectNode first(ObjectNode root, String list) {
        return (ObjectNode) root.withArray(list).get(0);
    }

    private static void describe(ObjectNode node, Instrument instrument) {
        node.put("symbol", instrument.symbol())
                .put("venue", word(instrument.venue()))
                .put("assetClass", word(instrument.assetClass()))
                .put("baseAsset", instrument.baseAsset())
                .put("quoteAsset", instrument.quoteAsset())
                .put("tickSize", FixedPoint.toBigDecimal(instrument.tickSize()))
                .put("lotSize", FixedPoint.toBigDecimal(instrument.lotSize()))
                .put("minQuantity", FixedPoint.toBigDecimal(instrument.minQuantity()))
                .put("maxQuantity", FixedPoint.toBigDecimal(instrument.maxQuantity()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
