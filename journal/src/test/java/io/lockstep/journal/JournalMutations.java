package io.lockstep.journal;

import io.lockstep.journal.JournalImage.Place;
import io.lockstep.journal.rollfile.RollPeriod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to damage a journal, each decided by a seed, each knowing which record must be named. */
final class JournalMutations {
    private static final int PAGE = 4096;
    private static final long ANY = -1;

    private final JournalImage older;
    private final JournalImage image;
    private final List<Place> places;
    private final List<Kind> kinds = new ArrayList<>();

    /**
     * @param older the same journal at an earlier time
     * @param image the journal
     * @param places where its records stand
     * @param settled whether its writer left it in peace; else only damage to its records and files is done
     */
    JournalMutations(JournalImage older, JournalImage image, List<Place> places, boolean settled) {
        this.older = older;
        this.image = image;
        this.places = places;
        kinds.addAll(List.of(
                this::flipInRecord,
                this::zeroPageOfRecords,
                this::truncate,
                this::drop,
                this::rename,
                this::duplicate,
                this::swap,
                this::restoreBackup));
        if (settled) {
            kinds.addAll(List.of(this::zeroPage, this::flipAroundRecords, this::flipInMark, this::flipBehindEnd));
        }
    }

    /**
     * A damaged journal.
     *
     * @param what was done
     * @param image the damaged files
     * @param firstBad first record that must be named; 0 for none, -1 where any may be
     */
    record Mutation(String what, JournalImage image, long firstBad) {
        boolean isNamedRightly(long firstBadSequence) {
            return firstBad == ANY || firstBad == firstBadSequence;
        }
    }

    private interface Kind {
        Mutation apply(JournalImage copy, SplittableRandom random);
    }

    /** The mutation of a seed. */
    Mutation of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return kinds.get((int) Math.floorMod(seed, (long) kinds.size())).apply(image.copy(), random);
    }

    private Mutation flipInRecord(JournalImage copy, SplittableRandom random) {
        Place place = places.get(random.nextInt(places.size()));
        int at = random.nextInt(place.start(), place.end());
        flip(copy.change(place.file()), at, random);
        return new Mutation("flip in record at " + place.file() + ":" + at, copy, place.sequence());
    }

    private Mutation zeroPage(JournalImage copy, SplittableRandom random) {
        String file = anyRollFile(random);
        byte[] bytes = copy.change(file);
        int page = random.nextInt(bytes.length / PAGE) * PAGE;
        while (isZero(bytes, page)) {
            page = random.nextInt(bytes.length / PAGE) * PAGE;
        }
        Arrays.fill(bytes, page, page + PAGE, (byte) 0);
        return new Mutation("zero page at " + file + ":" + page, copy, firstChanged(file, bytes));
    }

    private Mutation zeroPageOfRecords(JournalImage copy, SplittableRandom random) {
        Place place = places.get(random.nextInt(places.size()));
        int page = place.start() / PAGE * PAGE;
        byte[] bytes = copy.change(place.file());
        Arrays.fill(bytes, page, page + PAGE, (byte) 0);
        return new Mutation(
                "zero page of records at " + place.file() + ":" + page, copy, firstChanged(place.file(), bytes));
    }

    private Mutation truncate(JournalImage copy, SplittableRandom random) {
        String file = anyRollFile(random);
        int size = copy.bytes(file).length;
        int length = random.nextInt(1, size / PAGE) * PAGE + random.nextInt(1, PAGE);
        copy.truncate(file, length);
        byte[] padded = Arrays.copyOf(copy.bytes(file), size);
        return new Mutation("truncate " + file + " to " + length, copy, firstChanged(file, padded));
    }

    private Mutation drop(JournalImage copy, SplittableRandom random) {
        String file = anyRollFile(random);
        copy.files().remove(file);
        return new Mutation("drop " + file, copy, firstOf(file));
    }

    private Mutation rename(JournalImage copy, SplittableRandom random) {
        String file = anyRollFile(random);
        String other = otherName(copy, random);
        copy.files().put(other, copy.files().remove(file));
        return new Mutation("rename " + file + " to " + other, copy, ANY);
    }

    private Mutation duplicate(JournalImage copy, SplittableRandom random) {
        String file = anyRollFile(random);
        String other = otherName(copy, random);
        copy.files().put(other, copy.bytes(file));
        return new Mutation("duplicate " + file + " as " + other, copy, ANY);
    }

    private Mutation swap(JournalImage copy, SplittableRandom random) {
        Place one = places.get(random.nextInt(places.size()));
        Place other = places.get(random.nextInt(places.size()));
        while (one.equals(other) || one.end() - one.start() != other.end() - other.start()) {
            one = places.get(random.nextInt(places.size()));
            other = places.get(random.nextInt(places.size()));
        }
        int length = one.end() - one.start();
        System.arraycopy(image.bytes(other.file()), other.start(), copy.change(one.file()), one.start(), length);
        System.arraycopy(image.bytes(one.file()), one.start(), copy.change(other.file()), other.start(), length);
        long first = Math.min(one.sequence(), other.sequence());
        return new Mutation("swap " + one.sequence() + " and " + other.sequence(), copy, first);
    }

    private Mutation restoreBackup(JournalImage copy, SplittableRandom random) {
        for (String file : image.rollFiles()) {
            copy.files().remove(file);
        }
        for (String file : older.rollFiles()) {
            copy.files().put(file, older.bytes(file));
        }
        return new Mutation("restore backup", copy, ANY);
    }

    private Mutation flipAroundRecords(JournalImage copy, SplittableRandom random) {
        String file = anyRollFile(random);
        int at = random.nextInt(RollPeriod.HOUR.layout().firstRecord());
        flip(copy.change(file), at, random);
        return new Mutation("flip around records at " + file + ":" + at, copy, 0);
    }

    private Mutation flipInMark(JournalImage copy, SplittableRandom random) {
        byte[] mark = copy.change("journal.mark");
        int at = random.nextInt(mark.length);
        flip(mark, at, random);
        return new Mutation("flip in mark at " + at, copy, ANY);
    }

    private Mutation flipBehindEnd(JournalImage copy, SplittableRandom random) {
        String file = anyRollFile(random);
        byte[] bytes = copy.change(file);
        int end = places.stream()
                .filter(place -> place.file().equals(file))
                .mapToInt(Place::end)
                .max()
                .orElseThrow();
        int at = random.nextInt(end, bytes.length);
        flip(bytes, at, random);
        return new Mutation("flip behind end at " + file + ":" + at, copy, ANY);
    }

    private static void flip(byte[] bytes, int at, SplittableRandom random) {
        bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }

    private static boolean isZero(byte[] bytes, int page) {
        return Arrays.equals(bytes, page, page + PAGE, new byte[PAGE], 0, PAGE);
    }

    private String anyRollFile(SplittableRandom random) {
        List<String> names = image.rollFiles();
        return names.get(random.nextInt(names.size()));
    }

    /** A name of the same period that no file of the journal has, before, between or behind them. */
    private String otherName(JournalImage copy, SplittableRandom random) {
        int first = RollPeriod.HOUR.cycleOf(image.rollFiles().get(0)).orElseThrow();
        String name = image.rollFiles().get(0);
        while (copy.files().containsKey(name)) {
            name = RollPeriod.HOUR.fileName(first + random.nextInt(-3, 12));
        }
        return name;
    }

    private long firstOf(String file) {
        return places.stream()
                .filter(place -> place.file().equals(file))
                .mapToLong(Place::sequence)
                .min()
                .orElseThrow();
    }

    /** First record of a file whose bytes are not what they were; 0 for none. */
    private long firstChanged(String file, byte[] now) {
        byte[] before = image.bytes(file);
        return places.stream()
                .filter(place -> place.file().equals(file))
                .filter(place -> !Arrays.equals(before, place.start(), place.end(), now, place.start(), place.end()))
                .mapToLong(Place::sequence)
                .min()
                .orElse(0);
    }
}
