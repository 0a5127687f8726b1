package io.lockstep.engine.instrument;

import io.lockstep.engine.sbe.AssetClass;

/**
 * An instrument a session wants, before its venue has said what it is like.
 *
 * @param id dense id it will have, from 0
 * @param symbol the venue's symbol
 * @param assetClass what it is
 */
public record InstrumentRequest(int id, String symbol, AssetClass assetClass) {}
