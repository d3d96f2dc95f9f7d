package dev.chanlint.runtime;

/** The value of a channel that carries signals only, Go's {@code struct{}{}}. */
public enum Unit {
  /** The one value. */
  UNIT
}
