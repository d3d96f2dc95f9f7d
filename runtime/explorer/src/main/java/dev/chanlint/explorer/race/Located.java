package dev.chanlint.explorer.race;

/** An object that knows its location, so that it need not be looked up. */
public interface Located {

  /** Its location in the current execution. */
  SyncLocation location();
}
