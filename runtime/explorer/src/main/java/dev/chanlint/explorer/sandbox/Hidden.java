package dev.chanlint.explorer.sandbox;

/** The names of the members that instrumentation adds; no source can write them by accident. */
final class Hidden {

  static final String PREFIX = "chanlint$";

  /** Runs the class's initialiser if this execution has not. */
  static final String INIT = PREFIX + "init";

  /** What was {@code <clinit>}. */
  static final String INITIALIZER = PREFIX + "clinit";

  /** The static field that says how far initialisation is in this execution. */
  static final String STATE = PREFIX + "state";

  private Hidden() {}

  /** The field that holds the shadow of a field. */
  static String shadow(String field) {
    return PREFIX + "shadow$" + field;
  }

  /** The method that reports a read of a field. */
  static String read(String field) {
    return PREFIX + "read$" + field;
  }

  /** The method that reports a write of a field. */
  static String write(String field) {
    return PREFIX + "write$" + field;
  }

  /** The method that reports a write of a volatile field that completes an update. */
  static String update(String field) {
    return PREFIX + "update$" + field;
  }
}
