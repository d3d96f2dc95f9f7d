package dev.chanlint.explorer.race;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;

/** A racing access of plain memory, as a scheduling point; it orders nothing. */
final class PlainAccess extends Operation {

  private final SyncLocation location;
  private final boolean write;

  PlainAccess(SyncLocation location, boolean write) {
    this.location = location;
    this.write = write;
  }

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return write ? "write" : "read";
  }

  @Override
  public Resource resource() {
    return location;
  }

  @Override
  public boolean enabled(int alternative) {
    return true;
  }

  @Override
  public boolean isForeseeable() {
    return true;
  }

  @Override
  public void footprint(int alternative, Footprint into) {
    if (write) {
      into.writes(location.cell());
    } else {
      into.reads(location.cell());
    }
  }

  @Override
  public boolean changes(int alternative) {
    return write;
  }

  @Override
  public void execute(int alternative) {}
}
