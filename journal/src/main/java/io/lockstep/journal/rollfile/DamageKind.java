package io.lockstep.journal.rollfile;

import io.lockstep.engine.event.RecordChain;

/** What can be wrong with a journal. */
public enum DamageKind {
    /** A record's length is impossible or not that of the document around it. */
    LENGTH("the length is not that of a record", true),
    /** A record's checksum does not match: a byte was changed. */
    CRC("the checksum does not match", true),
    /** A record is not the next one. */
    SEQUENCE("records are missing, repeated or exchanged", true),
    /** A record does not continue this journal's history. */
    CHAIN("the record does not continue this journal's history", true),
    /** The four bytes in front of a record are not those of a document. */
    DOCUMENT_HEADER("the document header is not that of a record", true),
    /** The bytes that round a record up are not zero. */
    PADDING("the padding behind the record is not zero", true),
    /** The journal ends before the last record it was told to keep. */
    MISSING_RECORDS("records that were appended are not there", true),
    /** The header of a roll file is not what the queue writes. */
    STORE_HEADER("the roll file's header was changed", false),
    /** An index page of a roll file does not name the records' positions. */
    INDEX("an index page does not match the records", false),
    /** A closed roll file does not say where it ends. */
    END_MARK("the end mark of a closed roll file is missing", false),
    /** Something stands behind the end of a roll file. */
    NOT_ZERO("bytes behind the last record are not zero", false),
    /** A roll file has a size that the queue never gives. */
    FILE_SIZE("the roll file was cut or extended", false),
    /** A roll file does not belong to this journal. */
    FILE_NAME("the roll file's name is not of this journal", false),
    /** The mark is missing or damaged. */
    MARK("the mark is missing or damaged", false),
    /** The history of trims and repairs is damaged. */
    HISTORY("the history of trims and repairs is damaged", false);

    private final String words;
    private final boolean record;

    DamageKind(String words, boolean record) {
        this.words = words;
        this.record = record;
    }

    /** What it means, in plain words. */
    public String words() {
        return words;
    }

    /** Whether records are lost; else all records are sound and only what stands around them is not. */
    public boolean hitsRecord() {
        return record;
    }

    /**
     * The kind of a fault that the chain found.
     *
     * @param fault any but {@code NONE}
     */
    public static DamageKind of(RecordChain.Fault fault) {
        return switch (fault) {
            case LENGTH -> LENGTH;
            case CRC -> CRC;
            case SEQUENCE -> SEQUENCE;
            case CHAIN -> CHAIN;
            case NONE -> throw new IllegalArgumentException("a sound record is no damage: fault=" + fault);
        };
    }
}
