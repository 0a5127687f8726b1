package io.lockstep.launcher.tape.format;

/** Decodes lines of comma-separated values; a subclass knows the columns. */
abstract class CsvDecoder implements LineDecoder {
    private final CsvRow row = new CsvRow();
    private boolean first = true;

    @Override
    public final LineOutcome decode(byte[] line, int offset, int length) {
        if (length == 0) {
            return LineOutcome.BLANK;
        }
        boolean isFirst = first;
        first = false;
        try {
            row.wrap(line, offset, length);
            if (isFirst && !row.looksNumeric(0)) {
                onHeader(row);
                return LineOutcome.HEADER;
            }
            return onRow(row);
        } catch (BadLineException e) {
            return e.outcome();
        }
    }

    /** Takes the names of the columns, where the file has them. */
    void onHeader(CsvRow header) throws BadLineException {}

    /** Reads a row whole, then publishes its events. */
    abstract LineOutcome onRow(CsvRow row) throws BadLineException;
}
