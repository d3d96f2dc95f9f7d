package dev.chanlint.explorer.race;

/**
 * Which writes of a volatile variable each goroutine has read: an update that is made of a read and
 * a write loses what others write in between (an atomicity violation after Lu, Park, Seo and Zhou,
 * ASPLOS 2008, of the kind read, remote write, write).
 */
final class Updates {

  private final Shadow.Accesses reads = new Shadow.Accesses("read");
  private int writes;
  private int writer;
  private int site;

  /** A goroutine reads the last write. */
  void read(int goroutine) {
    reads.put(goroutine, writes, 0);
  }

  /** A goroutine writes. */
  void written(int goroutine, int where) {
    writes++;
    writer = goroutine;
    site = where;
  }

  /** Whether another goroutine has written since this one read. */
  boolean areMissedBy(int goroutine) {
    int seen = reads.tick(goroutine, writes);
    return seen < writes && writer != goroutine;
  }

  /** Who wrote last; 0 if nobody did. */
  int writer() {
    return writer;
  }

  /** Where that was. */
  int site() {
    return site;
  }
}
