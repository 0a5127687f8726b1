package io.lockstep.journal.rollfile;

/**
 * One thing that is wrong with a journal, and where.
 *
 * @param kind what is wrong
 * @param sequence first record that cannot be had, 0 when every record is sound
 * @param file name of the file
 * @param offset where in the file, bytes; 0 when the file as a whole is meant
 */
public record Damage(DamageKind kind, long sequence, String file, long offset) {
    /** Damage around the records, all of which are sound. */
    public static Damage around(DamageKind kind, String file, long offset) {
        return new Damage(kind, 0, file, offset);
    }

    /** One line: what, where, and from which sequence on. */
    public String describe() {
        String where = kind.words() + ": file=" + file + ", offset=" + offset;
        return sequence == 0 ? where : where + ", sequence=" + sequence;
    }
}
