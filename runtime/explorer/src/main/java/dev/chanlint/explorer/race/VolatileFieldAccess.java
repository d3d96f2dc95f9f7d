package dev.chanlint.explorer.race;

/** An access of a volatile field by an instruction of the code under test. */
final class VolatileFieldAccess extends VolatileAccess {

  /** What part of an update it may be. */
  enum Part {
    /** A read. */
    READ,
    /** A write of something else. */
    WRITE,
    /** A write of what was made of the goroutine's last read. */
    UPDATE
  }

  private final Part part;
  private final int site;

  VolatileFieldAccess(SyncLocation location, Part part, int site) {
    super(
        location,
        part == Part.READ ? Kind.READ : Kind.WRITE,
        part == Part.READ ? Kind.READ.text() : Kind.WRITE.text());
    this.part = part;
    this.site = site;
  }

  @Override
  public void execute(int alternative) {
    super.execute(alternative);
    Updates updates = resource().updates();
    int self = goroutine().id();
    if (part == Part.READ) {
      updates.read(self);
      return;
    }
    if (part == Part.UPDATE && updates.areMissedBy(self)) {
      Detector.of(goroutine()).lostUpdate(updates, goroutine(), site);
    }
    updates.written(self, site);
  }
}
