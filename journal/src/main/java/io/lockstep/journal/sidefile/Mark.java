package io.lockstep.journal.sidefile;

import io.lockstep.journal.rollfile.RollPeriod;

/**
 * What a journal's mark says: which records were appended, by whom they were left.
 *
 * @param period how often the journal rolls
 * @param blockBytes step by which its roll files grow; 0 when a mark that was lost took that with it
 * @param sequence last record appended, 0 for none
 * @param chain hash chain after that record
 * @param records records ever appended
 * @param closed whether the writer ended in peace; else it is running or was killed, and one more record may exist
 */
public record Mark(RollPeriod period, long blockBytes, long sequence, long chain, long records, boolean closed) {}
